import { queryOptions } from '@tanstack/react-query'
import { callbackFigures } from '../../../src/trial/callbackFigures/contract.ts'
import { api } from '../../platform/api.ts'

export interface PeriodAsked {
  from?: string | undefined
  to?: string | undefined
}

const address = '/api/v1/figures/callbacks'

export const callbackFiguresQuery = (period: PeriodAsked) =>
  queryOptions({
    queryKey: ['callback-figures', period],
    queryFn: ({ signal }) => api.get(address, callbackFigures, { signal, query: { ...period } }),
    // Days that are refused are a matter of the form.
    throwOnError: false,
    // While another period is read, the one before stays.
    placeholderData: (before) => before,
  })

export const csvAddress = (from: string, to: string): string =>
  `${address}.csv?${new URLSearchParams({ from, to }).toString()}`
