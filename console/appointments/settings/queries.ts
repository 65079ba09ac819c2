import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  changedSettings,
  type ExceptionInput,
  savedSetting,
  type SettingsView,
  settingsView,
  type officeInput,
  type ServiceSettingInput,
  type ShiftInput,
} from '../../../src/appointments/contract.ts'
import { weekView } from '../../../src/appointments/settings/contract.ts'
import { api } from '../../platform/api.ts'

const base = '/api/v1/offices'

export type OfficeView = SettingsView['offices'][number]
export type ShiftView = OfficeView['shifts'][number]

/** Offices with their shifts, and how services are booked. */
export const settingsQuery = queryOptions({
  queryKey: ['appointment-settings'],
  queryFn: ({ signal }) => api.get(base, settingsView, { signal }),
})

/** @param date any day of the week; null: the one that goes on */
export const weekQuery = (office: string, date: string | null) =>
  queryOptions({
    queryKey: ['appointment-settings', 'week', office, date],
    queryFn: ({ signal }) =>
      api.get(`${base}/${office}/week`, weekView, { signal, query: { date: date ?? undefined } }),
    placeholderData: keepPreviousData,
  })

/** Fields as they were typed; the server says what is wrong with them. */
export type OfficeDraft = Omit<z.input<typeof officeInput>, 'gridMinutes' | 'acceptConflicts'> & {
  gridMinutes: number
}
export type ShiftDraft = Omit<ShiftInput, 'acceptConflicts'>
export type ServiceDraft = ServiceSettingInput
export type ExceptionDraft = Omit<ExceptionInput, 'acceptConflicts'> & { shift: string; date: string }

/** What is stored, with the question whether appointments may lose their place. */
export type Accepting<I> = I & { acceptConflicts: boolean }

export const settingsApi = {
  /** `id` null adds one. */
  saveOffice: (id: string | null, input: Accepting<OfficeDraft>) =>
    id === null ? api.post(base, savedSetting, input) : api.put(`${base}/${id}`, savedSetting, input),
  saveShift: (office: string, id: string | null, input: Accepting<ShiftDraft>) =>
    id === null
      ? api.post(`${base}/${office}/shifts`, savedSetting, input)
      : api.put(`${base}/${office}/shifts/${id}`, savedSetting, input),
  removeShift: (office: string, id: string, input: Accepting<object>) =>
    api.post(`${base}/${office}/shifts/${id}/remove`, changedSettings, input),
  setException: (office: string, { shift, date, ...input }: Accepting<ExceptionDraft>) =>
    api.put(`${base}/${office}/shifts/${shift}/exceptions/${date}`, changedSettings, input),
  /** What is booked keeps its length and its place. */
  saveService: (id: string, input: ServiceDraft) =>
    api.put(`/api/v1/appointment-services/${id}`, changedSettings, input),
}
