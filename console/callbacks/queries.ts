import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  callbackView,
  followUpWindows,
  type HandOverInput,
  nextCallback,
  type NextInput,
  type outcomeInput,
  outcomeResult,
  shiftView,
  upcomingView,
  worklist,
} from '../../src/callbacks/contract.ts'
import { api, nothing } from '../platform/api.ts'

const base = '/api/v1/callbacks'

export const worklistQuery = queryOptions({
  queryKey: ['callbacks', 'list'],
  queryFn: ({ signal }) => api.get(base, worklist, { signal }),
})

export const callbackQuery = (id: string) =>
  queryOptions({
    queryKey: ['callbacks', id],
    queryFn: ({ signal }) => api.get(`${base}/${id}`, callbackView, { signal }),
  })

/** The next best two. Its key is in no live topic: a calm list changes only when one asks. */
export const upcomingQuery = (only: NextInput) =>
  queryOptions({
    queryKey: ['calm', only],
    queryFn: ({ signal }) => api.get(`${base}/upcoming`, upcomingView, { signal, query: only }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    throwOnError: false,
  })

/** What this account has in hand, for the end of its shift. */
export const shiftQuery = queryOptions({
  queryKey: ['callbacks', 'shift'],
  queryFn: ({ signal }) => api.get(`${base}/shift`, shiftView, { signal }),
  staleTime: 0,
})

/** What can be promised next on the case of an own callback. */
export const followUpWindowsQuery = (id: string) =>
  queryOptions({
    queryKey: ['callbacks', id, 'windows'],
    queryFn: ({ signal }) => api.get(`${base}/${id}/windows`, followUpWindows, { signal }),
    staleTime: 0,
    throwOnError: false,
  })

type OutcomeInput = z.input<typeof outcomeInput>
export type Outcome = OutcomeInput['outcome']
export type NotReached = NonNullable<OutcomeInput['notReached']>
/** What is sent may lack the choice; the server's sentence then says what to choose. */
type OutcomeDraft = Omit<OutcomeInput, 'outcome'> & { outcome: Outcome | null }

const take = (id: string) => api.post(`${base}/${id}/take`, callbackView)
/** Takes the most urgent callback that is free. @throws ApiError when there is none */
const next = (only: NextInput) => api.post(`${base}/next`, nextCallback, only)
const call = (id: string) => api.post(`${base}/${id}/call`, callbackView)
const recordOutcome = (id: string, input: OutcomeDraft) =>
  api.post(`${base}/${id}/outcome`, outcomeResult, input)
const giveBack = (id: string, reason: string) => api.post(`${base}/${id}/give-back`, nothing, { reason })

const takeOver = (id: string, reason: string) => api.post(`${base}/${id}/take-over`, callbackView, { reason })
const handOver = (items: HandOverInput['items']) => api.post(`${base}/shift/hand-over`, nothing, { items })

const hangUp = (id: string) => api.post(`${base}/${id}/hang-up`, nothing)
const hold = (id: string, held: boolean) => api.post(`${base}/${id}/hold`, nothing, { held })
/** For leads; null puts it back into the list. */
const changeOwner = (id: string, ownerId: string | null) =>
  api.post(`${base}/${id}/owner`, nothing, { ownerId })

/** Makes a callback of a lost call, in the own hands. */
const accept = (id: string) => api.post(`/api/v1/proposals/${id}/accept`, callbackView)
const dismiss = (id: string, reason: string) =>
  api.post(`/api/v1/proposals/${id}/dismiss`, nothing, { reason })

export const callbacksApi = {
  accept,
  dismiss,
  take,
  takeOver,
  handOver,
  next,
  call,
  hangUp,
  hold,
  recordOutcome,
  giveBack,
  changeOwner,
}
