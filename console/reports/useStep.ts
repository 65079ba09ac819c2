import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { ReportView } from '../../src/reports/contract.ts'
import { announce } from '../platform/announce.ts'
import { forgetDraft, keepDraft, keptDraft } from '../platform/drafts.ts'
import { serverNow } from '../platform/serverClock.ts'
import { textOf, textOrNull } from '../ui/index.ts'
import { reportsApi } from './queries.ts'
import { stepSentence } from './stepSentence.ts'
import type { STEPS } from './words.ts'

export type StepState = (typeof STEPS)[number]['value']

/** Sends a step; the text is kept on this computer until it is stored. */
export function useStep(of: ReportView, onDone: (sentence: string) => void) {
  const draft = `report.${of.id}`
  const client = useQueryClient()
  const [typed] = useState(() => keptDraft(draft, z.string()) ?? '')
  const save = useMutation({
    mutationFn: ({ state, values }: { state: StepState | null; values: FormData }) =>
      reportsApi.move(of.id, {
        state,
        text: textOf(values, 'text'),
        plannedFor: state === 'planned' ? textOrNull(values, 'plannedFor') : null,
      }),
    async onSuccess(_answer, { state }) {
      forgetDraft(draft)
      await client.invalidateQueries({ queryKey: ['reports'] })
      const sentence = stepSentence(state ?? 'in-work', of.reachedBy)
      announce(sentence)
      onDone(sentence)
    },
  })
  return { typed, keep: (text: string) => void keepDraft(draft, text, serverNow()), save }
}
