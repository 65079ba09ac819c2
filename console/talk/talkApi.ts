import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { talkTargets, type TalkTarget } from '../../src/desk/contract.ts'
import { api, nothing } from '../platform/api.ts'
import { forgetDraft } from '../platform/drafts.ts'

/** What an agent does with the caller in hand besides talking. */
export type TalkAction =
  | { kind: 'hold' | 'take-back' | 'hand-over' | 'confer' }
  | { kind: 'consult' | 'transfer'; target: TalkTarget }

const path = (callId: string, what: string): string => `/api/v1/desk/calls/${callId}/${what}`

/** The caller may be in other hands afterwards, and with them what was typed. */
const GIVES_AWAY: readonly TalkAction['kind'][] = ['transfer', 'hand-over']

/** Each action is followed by a look at what the server made of it. @param before what must be stored first */
export function useTalk(callId: string, before: () => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    async mutationFn(action: TalkAction) {
      await before()
      return api.post(path(callId, action.kind), nothing, 'target' in action ? action.target : {})
    },
    onSuccess: (_answer, { kind }) => GIVES_AWAY.includes(kind) && forgetDraft(callId),
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
}

export type TalkActions = ReturnType<typeof useTalk>

/** Looked at anew every few seconds: people come and go. */
export const useTargets = (callId: string) =>
  useQuery({
    queryKey: ['desk', 'targets', callId],
    queryFn: ({ signal }) => api.get(path(callId, 'targets'), talkTargets, { signal }),
    refetchInterval: 4000,
  })
