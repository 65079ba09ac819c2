import { queryOptions } from '@tanstack/react-query'
import { atRiskView, type HelpInput, helpResult } from '../../../src/callbacks/alarm/contract.ts'
import { api } from '../../platform/api.ts'

/** What the clock alone brings (half of a window is over) is seen after this at the latest. */
const EVERY_MS = 15_000

export const atRiskQuery = queryOptions({
  queryKey: ['board', 'at-risk'],
  queryFn: ({ signal }) => api.get('/api/v1/at-risk', atRiskView, { signal }),
  refetchInterval: EVERY_MS,
})

export const riskApi = {
  help: (input: HelpInput) => api.post('/api/v1/at-risk/help', helpResult, input),
}
