import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { newCallbackInput } from '../../../src/callbacks/byClerk/contract.ts'
import type { CaseView } from '../../../src/cases/contract.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { forgetDraft, keepDraft, keptDraft } from '../../platform/drafts.ts'
import { telling } from '../../platform/told.ts'
import { byClerkApi, newCallbackQuery } from './byClerkApi.ts'
import { madeSentence } from './madeSentence.ts'

/** What is typed, kept on this computer until it is promised. */
const draftShape = newCallbackInput
  .omit({ caseId: true })
  .extend({ reason: z.string(), contactName: z.string(), serviceQuery: z.string() })
export type NewCallbackDraft = z.infer<typeof draftShape>

const EMPTY: NewCallbackDraft = { ...newCallbackInput.parse({}), serviceQuery: '' }

/** The form of a promise, for a new case or on one that is open. */
export function useNewCallback(of: CaseView | null) {
  const key = `callback.new.${of?.id ?? ''}`
  const client = useQueryClient()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => keptDraft(key, draftShape) ?? firstDraft(of))
  const teamId = of ? of.team.id : draft.teamId
  const serviceId = of ? (of.service?.id ?? null) : draft.serviceId
  const offer = useQuery(newCallbackQuery(teamId, serviceId))
  const save = useMutation({
    mutationFn() {
      const { serviceQuery: _, ...input } = draft
      // Of several teams the first is shown as chosen.
      const team = teamId ?? offer.data?.teams[0]?.id ?? null
      return byClerkApi.promise({ ...input, caseId: of?.id ?? null, teamId: team, serviceId })
    },
    async onSuccess(made) {
      forgetDraft(key)
      await client.invalidateQueries({ queryKey: ['callbacks', 'list'] })
      await navigate({ to: '/rueckrufe', state: telling(madeSentence(made)) })
    },
    // A window may be gone.
    onError: () => offer.refetch(),
  })
  const change = (part: Partial<NewCallbackDraft>): void => {
    const next = { ...draft, ...part }
    // Another team or service has other windows.
    const other = next.teamId !== draft.teamId || next.serviceId !== draft.serviceId
    const kept = other ? { ...next, windowStart: null, windowEnd: null } : next
    setDraft(kept)
    keepDraft(key, kept, Date.now())
  }
  return {
    draft,
    change,
    offer: offer.data,
    unread: offer.error,
    error: save.error,
    errors: fieldsOf(save.error),
    busy: save.isPending,
    save: () => {
      if (!save.isPending) save.mutate()
    },
  }
}
export type NewCallbackForm = ReturnType<typeof useNewCallback>

const firstDraft = (of: CaseView | null): NewCallbackDraft =>
  of ? { ...EMPTY, contactPhone: of.contactPhoneNational ?? '', language: of.language } : EMPTY
