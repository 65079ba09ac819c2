import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { savedSetting, settingsView, type officeInput } from '../../../src/appointments/contract.ts'
import { api } from '../../platform/api.ts'

const base = '/api/v1/offices'

/** Offices with their shifts, and how services are booked. */
export const settingsQuery = queryOptions({
  queryKey: ['appointment-settings'],
  queryFn: ({ signal }) => api.get(base, settingsView, { signal }),
})

/** Fields as they were typed; the server says what is wrong with them. */
export type OfficeDraft = Omit<z.input<typeof officeInput>, 'gridMinutes' | 'acceptConflicts'> & {
  gridMinutes: number
}

/** What is stored with the question whether appointments may lose their place. */
export type Accepting<I> = I & { acceptConflicts: boolean }

export const settingsApi = {
  /** `id` null adds one. */
  saveOffice: (id: string | null, input: Accepting<OfficeDraft>) =>
    id === null ? api.post(base, savedSetting, input) : api.put(`${base}/${id}`, savedSetting, input),
}
