import { queryOptions } from '@tanstack/react-query'
import { officeDayView, type MarkInput } from '../../../src/appointments/day/contract.ts'
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

export const dayApi = {
  mark: (id: string, input: MarkInput) => api.post(`${base}/appointments/${id}/mark`, nothing, input),
}
