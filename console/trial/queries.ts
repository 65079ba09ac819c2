import { queryOptions } from '@tanstack/react-query'
import { board } from '../../src/trial/contract.ts'
import { api } from '../platform/api.ts'

/** What time alone changes (a promise comes into danger) is seen after this at the latest. */
const EVERY_MS = 15_000

export const boardQuery = queryOptions({
  queryKey: ['board'],
  queryFn: ({ signal }) => api.get('/api/v1/board', board, { signal }),
  refetchInterval: EVERY_MS,
  refetchIntervalInBackground: true,
})
