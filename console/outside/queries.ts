import { queryOptions } from '@tanstack/react-query'
import { outsideNumbersView, type OutsideNumberInput } from '../../src/telephony/outside/contract.ts'
import { api } from '../platform/api.ts'

const base = '/api/v1/outside-numbers'

export const outsideQuery = queryOptions({
  queryKey: ['outside-numbers'],
  queryFn: ({ signal }) => api.get(base, outsideNumbersView, { signal }),
})

/** Every change answers the whole list. */
export const outsideApi = {
  save: ({ id, input }: { id: string | null; input: OutsideNumberInput }) =>
    id === null
      ? api.post(base, outsideNumbersView, input)
      : api.put(`${base}/${id}`, outsideNumbersView, input),
  remove: (id: string) => api.delete(`${base}/${id}`, outsideNumbersView),
}
