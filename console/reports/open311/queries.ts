import { queryOptions } from '@tanstack/react-query'
import { keysView, madeKey } from '../../../src/reports/open311/contract.ts'
import { api } from '../../platform/api.ts'

const base = '/api/v1/open311-keys'

export const keysQuery = queryOptions({
  queryKey: ['open311-keys'],
  queryFn: ({ signal }) => api.get(base, keysView, { signal }),
})

export const keysApi = {
  make: (name: string) => api.post(base, madeKey, { name }),
  switch: ({ id, active }: { id: string; active: boolean }) => api.put(`${base}/${id}`, keysView, { active }),
}
