import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  cityView,
  type cityInput,
  type ClosureView,
  type lineInput,
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
