import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { caseView } from '../../src/cases/contract.ts'
import { api } from '../platform/api.ts'

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id],
    queryFn: ({ signal }) => api.get(`/api/v1/cases/${id}`, caseView, { signal }),
  })

const found = z.object({ id: z.uuid() })

/** The case with this number, however it was typed. @throws ApiError 404, 422 */
export const findCase = (number: string) => api.get('/api/v1/cases', found, { query: { number } })

export const addNote = (id: string, text: string) =>
  api.post(`/api/v1/cases/${id}/notes`, z.unknown(), { text })
