import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  type CallLimits,
  cityView,
  type cityInput,
  type ClosureView,
  type dialPermissionInput,
  type lineInput,
  misuseView,
  type OpeningView,
  type providerInput,
  type teamInput,
} from '../../src/city/contract.ts'
import { api } from '../platform/api.ts'

const base = '/api/v1/city'

export const cityQuery = queryOptions({
  queryKey: ['city'],
  queryFn: ({ signal }) => api.get(base, cityView, { signal }),
})

/** What is dialled, and how many empty calls get through; every change answers all of it. */
export const misuseQuery = queryOptions({
  queryKey: ['misuse'],
  queryFn: ({ signal }) => api.get('/api/v1/dial-permissions', misuseView, { signal }),
})

export const misuseApi = {
  allow: (input: z.input<typeof dialPermissionInput>) =>
    api.post('/api/v1/dial-permissions', misuseView, input),
  forbid: (prefix: string) => api.delete(`/api/v1/dial-permissions/${prefix.slice(1)}`, misuseView),
  limit: (limits: CallLimits) => api.put('/api/v1/call-limits', misuseView, limits),
}

/** A new one goes to the list, a known one to its own address. */
const saving =
  <I>(what: string) =>
  ({ id, input }: { id: string | null; input: I }) =>
    id === null
      ? api.post(`${base}/${what}`, cityView, input)
      : api.put(`${base}/${what}/${id}`, cityView, input)

/** Every change answers the whole city as it is afterwards. */
export const cityApi = {
  change: (input: Omit<z.input<typeof cityInput>, 'land'> & { land: string }) =>
    api.put(base, cityView, input),
  changeHours: (hours: readonly OpeningView[]) => api.put(`${base}/hours`, cityView, { hours }),
  addClosure: (closure: ClosureView) => api.post(`${base}/closures`, cityView, closure),
  removeClosure: (date: string) => api.delete(`${base}/closures/${date}`, cityView),
  saveLine: saving<Omit<z.input<typeof lineInput>, 'purpose'> & { purpose: string }>('lines'),
  saveTeam: saving<Omit<z.input<typeof teamInput>, 'kind'> & { kind: string }>('teams'),
  saveProvider: saving<z.input<typeof providerInput>>('providers'),
}
