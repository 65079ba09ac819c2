import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import type { AnnouncementInput, LineOpeningInput } from '../../src/city/contract.ts'
import { leadView, type MoveInput, type SignOutInput } from '../../src/lead/contract.ts'
import { api, nothing } from '../platform/api.ts'

/** Live messages bring every change; what time alone changes is seen after this at the latest. */
const EVERY_MS = 15_000

export const leadQuery = queryOptions({
  queryKey: ['lead'],
  queryFn: ({ signal }) => api.get('/api/v1/lead', leadView, { signal }),
  refetchInterval: EVERY_MS,
})

export const leadApi = {
  move: (callId: string, input: MoveInput) => api.post(`/api/v1/lead/calls/${callId}/move`, nothing, input),
  join: (callId: string) => api.post(`/api/v1/lead/calls/${callId}/join`, nothing),
  leave: (callId: string) => api.post(`/api/v1/lead/calls/${callId}/leave`, nothing),
  signOut: (accountId: string, input: SignOutInput) =>
    api.post(`/api/v1/lead/desks/${accountId}/sign-out`, nothing, input),
  decideLine: (lineId: string, input: LineOpeningInput) =>
    api.put(`/api/v1/lines/${lineId}/opening`, nothing, input),
  endDecision: (lineId: string) => api.delete(`/api/v1/lines/${lineId}/opening`, nothing),
  announce: (input: AnnouncementInput) =>
    api.post('/api/v1/announcements', z.object({ id: z.uuid() }), input),
  speak: (id: string, sound: Blob) => api.put(`/api/v1/announcements/${id}/sound`, nothing, sound),
  withdraw: (id: string) => api.delete(`/api/v1/announcements/${id}`, nothing),
}
