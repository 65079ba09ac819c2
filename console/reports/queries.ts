import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { categoriesView, type CategoryInput } from '../../src/reports/categories/contract.ts'
import {
  reportsView,
  reportView,
  wordsView,
  type routeInput,
  type stepInput,
} from '../../src/reports/contract.ts'
import { ApiError } from '../platform/apiError.ts'
import { api, nothing } from '../platform/api.ts'
import { askedBy, type Filters } from './filters.ts'

const base = '/api/v1/reports'
const categoriesBase = '/api/v1/report-categories'

export const reportsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'list', filters],
    queryFn: ({ signal, pageParam }) =>
      api.get(base, reportsView, {
        signal,
        query: { ...askedBy(filters), after: pageParam || undefined },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', id],
    queryFn: ({ signal }) => api.get(`${base}/${id}`, reportView, { signal }),
  })

/** The report that a case is; null for a case that is none. */
export const reportOfCaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', 'case', id],
    queryFn: async ({ signal }) => {
      try {
        return await api.get(`${base}/${id}`, reportView, { signal })
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      }
    },
    throwOnError: false,
  })

export const categoriesQuery = queryOptions({
  queryKey: ['report-categories'],
  queryFn: ({ signal }) => api.get(categoriesBase, categoriesView, { signal }),
})

/** What is sent may lack the choice; the server's sentence then says what to choose. */
type StepDraft = Omit<z.input<typeof stepInput>, 'state'> & {
  state: z.input<typeof stepInput>['state'] | null
}
type Answers = Readonly<Record<string, string | string[]>>

export const reportsApi = {
  move: (id: string, step: StepDraft) => api.post(`${base}/${id}/steps`, nothing, step),
  route: (id: string, to: z.input<typeof routeInput>) => api.post(`${base}/${id}/route`, nothing, to),
  changeCategory: (id: string, to: { category: string; reason: string }) =>
    api.post(`${base}/${id}/category`, nothing, to),
  merge: (id: string, number: string) => api.post(`${base}/${id}/merge`, nothing, { number }),
  split: (id: string) => api.post(`${base}/${id}/split`, nothing),
  assign: (id: string, accountId: string | null) => api.post(`${base}/${id}/assign`, nothing, { accountId }),
  giveWords: (id: string) => api.post(`${base}/${id}/words`, wordsView),
  putAway: (id: string, until: { day: string | null; reason: string }) =>
    api.post(`${base}/${id}/put-away`, nothing, until),
  bringBack: (id: string) => api.post(`${base}/${id}/bring-back`, nothing),
  release: (id: string, released: boolean) => api.post(`${base}/${id}/release`, nothing, { released }),
  /** Makes a report of a case. */
  takeOn: (caseId: string, report: { category: string; place: string; answers: Answers }) =>
    api.post(`/api/v1/cases/${caseId}/report`, nothing, report),
  /** Adds or changes one; answers them all. */
  saveCategory: ({ id, input }: { id: string; input: Record<keyof CategoryInput, unknown> }) =>
    api.put(`${categoriesBase}/${encodeURIComponent(id)}`, categoriesView, input),
}
