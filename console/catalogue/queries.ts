import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { catalogueEntry } from '../../src/catalogue/contract.ts'
import { api } from '../platform/api.ts'

const base = '/api/v1/catalogue'
const catalogue = z.array(catalogueEntry)

export const catalogueQuery = queryOptions({
  queryKey: ['services', 'catalogue'],
  queryFn: ({ signal }) => api.get(base, catalogue, { signal }),
})

/** A new service (`id` null) gets its id from its name; every change answers the whole catalogue. */
export const saveService = ({ id, input }: { id: string | null; input: Record<string, unknown> }) =>
  id === null ? api.post(base, catalogue, input) : api.put(`${base}/${id}`, catalogue, input)
