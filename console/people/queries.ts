import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import {
  accountView,
  auditView,
  type changeAccountInput,
  type createAccountInput,
} from '../../src/people/contract.ts'
import { api } from '../platform/api.ts'

const base = '/api/v1/accounts'
const accounts = z.array(accountView)

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => api.get(base, accounts, { signal }),
})

export const auditQuery = queryOptions({
  queryKey: ['audit'],
  queryFn: ({ signal }) => api.get('/api/v1/audit', z.array(auditView), { signal }),
  // No live message tells of a look; who opens the page wants the newest.
  staleTime: 0,
})

/** Every change answers the whole list as it is afterwards. */
export const accountsApi = {
  create: (input: z.input<typeof createAccountInput>) => api.post(base, accounts, input),
  change: ({ id, ...input }: z.input<typeof changeAccountInput> & { id: string }) =>
    api.put(`${base}/${id}`, accounts, input),
}
