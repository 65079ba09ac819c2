import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  completed,
  deskCategories,
  deskView,
  type CompleteInput,
  type DeskView,
  type IntakeDraft,
  type PauseReason,
} from '../../src/desk/contract.ts'
import { todayView } from '../../src/city/contract.ts'
import { placesFound } from '../../src/city/places/contract.ts'
import { api, nothing } from '../platform/api.ts'

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => api.get('/api/v1/desk', deskView, { signal }),
  // Live messages bring every change; this is for the one that got lost.
  refetchInterval: 10_000,
})

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => api.get('/api/v1/notices/today', todayView, { signal }),
  refetchInterval: 300_000,
})

/** What a caller can report. */
export const categoriesQuery = queryOptions({
  queryKey: ['desk', 'report-categories'],
  queryFn: ({ signal }) => api.get('/api/v1/desk/report-categories', deskCategories, { signal }),
  staleTime: 300_000,
  throwOnError: false,
})

/** Addresses of the city's list that may be meant so far; too many asks, or none found: words alone do. */
export const placesQuery = (text: string) =>
  queryOptions({
    queryKey: ['places', text],
    queryFn: ({ signal }) => api.post('/api/v1/places/search', placesFound, { text }, { signal }),
    enabled: text.trim().length > 1,
    retry: false,
    throwOnError: false,
  })

const callPath = (callId: string, what: string): string => `/api/v1/desk/calls/${callId}/${what}`

export const saveDraft = (callId: string, draft: IntakeDraft): Promise<unknown> =>
  api.put(callPath(callId, 'draft'), nothing, draft)

export const completeCall = (callId: string, input: CompleteInput) =>
  api.post(callPath(callId, 'complete'), completed, input)

/** What a person does at the desk besides typing; each is followed by a look at what the server made of it. */
type DeskAction =
  | { kind: 'ready' | 'training' }
  | { kind: 'pause'; reason: PauseReason }
  | { kind: 'accept' | 'decline' | 'hang-up'; callId: string }

function act(action: DeskAction): Promise<unknown> {
  switch (action.kind) {
    case 'ready':
      return api.post('/api/v1/desk/state', nothing, { state: 'available' })
    case 'pause':
      return api.post('/api/v1/desk/state', nothing, { state: 'not-ready', reason: action.reason })
    case 'training':
      return api.post('/api/v1/desk/training', nothing)
    case 'accept':
    case 'decline':
    case 'hang-up':
      return api.post(callPath(action.callId, action.kind), nothing)
  }
}

export function useDeskAction() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: deskQuery.queryKey }),
  })
}

export type DeskActions = ReturnType<typeof useDeskAction>
export type { DeskView }
