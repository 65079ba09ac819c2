import { queryOptions } from '@tanstack/react-query'
import {
  accepted,
  appointmentFigures,
  closed,
  type CloseInput,
  type MarkInput,
  nearTimes,
  officeDayView,
  toSettleView,
  walkedIn,
  type WalkInInput,
} from '../../../src/appointments/day/contract.ts'
import { api, nothing } from '../../platform/api.ts'

const base = '/api/v1/office-days'

export interface DayAsked {
  office?: string | undefined
  date?: string | undefined
}

export const dayQuery = ({ office, date }: DayAsked) =>
  queryOptions({
    queryKey: ['office-day', office ?? null, date ?? null],
    queryFn: ({ signal }) => api.get(base, officeDayView, { signal, query: { office, date } }),
  })

/** Whom changed plans and closures have left without a place. */
export const toSettleQuery = (office: string | undefined) =>
  queryOptions({
    queryKey: ['office-day', 'to-settle', office ?? null],
    queryFn: ({ signal }) => api.get(`${base}/to-settle`, toSettleView, { signal, query: { office } }),
  })

export interface PeriodAsked {
  office?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

export const figuresQuery = (period: PeriodAsked) =>
  queryOptions({
    queryKey: ['office-day', 'figures', period],
    queryFn: ({ signal }) => api.get(`${base}/figures`, appointmentFigures, { signal, query: { ...period } }),
    // While another period is read, the one before stays.
    placeholderData: (before) => before,
  })

export const csvAddress = (office: string, from: string, to: string): string =>
  `${base}/figures.csv?${new URLSearchParams({ office, from, to }).toString()}`

export const nearTimesQuery = (id: string) =>
  queryOptions({
    queryKey: ['office-day', 'times', id],
    queryFn: ({ signal }) => api.get(`${base}/appointments/${id}/times`, nearTimes, { signal }),
  })

export interface Offered {
  id: string
  start: string
}

export const dayApi = {
  accept: (offers: readonly Offered[]) => api.post(`${base}/to-settle/accept`, accepted, { offers }),
  squeezeIn: (input: WalkInInput) => api.post(`${base}/walk-ins`, walkedIn, input),
  printed: (office: string, date: string) => api.post(`${base}/printed`, nothing, { office, date }),
  cancel: (id: string) => api.post(`${base}/appointments/${id}/cancel`, nothing),
  close: (input: CloseInput) => api.post(`${base}/close`, closed, input),
  open: (office: string, date: string) => api.post(`${base}/open`, nothing, { office, date }),
  mark: (id: string, input: MarkInput) => api.post(`${base}/appointments/${id}/mark`, nothing, input),
}
