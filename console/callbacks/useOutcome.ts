import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { forgetDraft, keepDraft, keptDraft } from '../platform/drafts.ts'
import { telling } from '../platform/told.ts'
import { bookingApi } from '../appointments/bookingApi.ts'
import { bookedSentence, doneSentence } from './doneSentence.ts'
import type { FollowUp } from './FollowUpPart.tsx'
import type { AppointmentOfCallback } from './useAppointment.ts'
import { callbacksApi, type NotReached, type Outcome, worklistQuery } from './queries.ts'

type Heard = 'busy' | 'no-answer' | 'no-such-number' | null

const NO_FOLLOW_UP: FollowUp = { windowStart: null, windowEnd: null, mine: true }

/** The outcome as it is being chosen; the note is kept on this computer until it is stored. */
export function useOutcome(
  { id, caseNumber }: Pick<WorklistItem, 'id' | 'caseNumber'>,
  appointment: AppointmentOfCallback,
  heard: Heard,
) {
  const draft = `callback.${id}`
  const client = useQueryClient()
  const navigate = useNavigate()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [said, setNotReached] = useState<NotReached | null>(null)
  // The telephone proposes; an answering machine it cannot tell, and the clerk's word decides.
  const notReached = said ?? (heard === 'no-such-number' ? null : heard)
  const [teamId, setTeamId] = useState('')
  const [followUp, setFollowUp] = useState<FollowUp>(NO_FOLLOW_UP)
  const [note, setNote] = useState(() => keptDraft(draft, z.string()) ?? '')
  const save = useMutation({
    mutationFn: async (chosen: Outcome | null) => {
      const booking = chosen === 'needs-appointment' ? appointment.input() : null
      if (booking) return bookedSentence(caseNumber, await bookingApi.book(id, { ...booking, note }))
      const result = await callbacksApi.recordOutcome(id, {
        outcome: chosen,
        ...(chosen === 'not-reached' && notReached ? { notReached } : {}),
        ...(chosen === 'follow-up' && followUp.windowStart && followUp.windowEnd
          ? { windowStart: followUp.windowStart, windowEnd: followUp.windowEnd, mine: followUp.mine }
          : {}),
        ...(chosen === 'pass-on' && teamId ? { teamId } : {}),
        note,
      })
      return doneSentence(caseNumber, chosen ?? 'settled', result)
    },
    async onSuccess(sentence) {
      forgetDraft(draft)
      appointment.forget()
      await client.fetchQuery({ ...worklistQuery, staleTime: 0 })
      await navigate({ to: '/rueckrufe', state: telling(sentence) })
    },
  })
  return {
    outcome,
    notReached,
    teamId,
    followUp,
    note,
    error: save.error,
    busy: save.isPending,
    setOutcome(next: Outcome) {
      if (next !== 'needs-appointment') appointment.drop()
      setOutcome(next)
    },
    setNotReached,
    setTeamId,
    changeFollowUp: (part: Partial<FollowUp>) => setFollowUp((now) => ({ ...now, ...part })),
    setNote(text: string) {
      setNote(text)
      keepDraft(draft, text, Date.now())
    },
    save: () => save.mutate(outcome),
  }
}
