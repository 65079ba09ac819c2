import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { serviceGuidance, serviceSummary } from '../../src/catalogue/contract.ts'
import { deskWays } from '../../src/desk/contract.ts'
import { api } from '../platform/api.ts'

export type ServiceHit = z.infer<typeof serviceSummary>

/** More than fits below the field helps nobody who is on the telephone. */
const SHOWN_HITS = 7

/** Services that fit what was typed, best first. */
export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['services', 'search', text],
    queryFn: ({ signal }) =>
      api.get('/api/v1/services', z.array(serviceSummary), { signal, query: { q: text } }),
    select: (hits) => hits.slice(0, SHOWN_HITS),
    enabled: text.trim().length > 1,
    placeholderData: keepPreviousData,
    throwOnError: false,
  })

export const guidanceQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['services', 'guidance', id],
    queryFn: ({ signal }) =>
      api.get(`/api/v1/services/${encodeURIComponent(id ?? '')}/guidance`, serviceGuidance, { signal }),
    enabled: id !== null,
    throwOnError: false,
  })

export const waysQuery = queryOptions({
  queryKey: ['services', 'ways'],
  queryFn: ({ signal }) => api.get('/api/v1/desk/ways', deskWays, { signal }),
  throwOnError: false,
})

const VISITS = {
  required: 'persönlich',
  depends: 'kommt darauf an',
  'not-required': 'ohne Besuch',
} as const satisfies Record<ServiceHit['visit'], string>

/** The visit line in two words, for a list that is read in a second: 'persönlich · 15 Min'. */
export function visitWords({ visit, minutes, responsible }: ServiceHit): string {
  if (responsible === 'other') return 'nicht die Stadt'
  return minutes === null ? VISITS[visit] : `${VISITS[visit]} · ${minutes} Min`
}
