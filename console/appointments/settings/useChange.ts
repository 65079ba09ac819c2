import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, type LinkProps } from '@tanstack/react-router'
import { z } from 'zod'
import { conflictView, type ConflictView } from '../../../src/appointments/contract.ts'
import { ApiError } from '../../platform/apiError.ts'
import { telling } from '../../platform/told.ts'
import { type Accepting, settingsQuery } from './queries.ts'

interface Answer {
  conflicts: readonly ConflictView[]
}

interface Changing<I, A extends Answer> {
  save: (input: Accepting<I>) => Promise<A>
  /** Where one is led afterwards, and the sentence that is shown there. */
  to: NonNullable<LinkProps['to']>
  paramsOf?: (saved: A) => Record<string, string>
  told: string
}

export interface Change<I> {
  save: (input: I) => void
  busy: boolean
  /** Why it was refused, except for appointments that would lose their place. */
  error: unknown
  /** They would; null when nothing is asked. */
  conflicts: readonly ConflictView[] | null
  /** Stores it all the same. */
  accept: () => void
  /** Back to the form, where everything still stands. */
  goBack: () => void
}

/** Stores a change of the plans. Where appointments would lose their place, nothing is stored until somebody has seen which. */
export function useChange<I extends object, A extends Answer>({
  save,
  to,
  paramsOf,
  told,
}: Changing<I, A>): Change<I> {
  const client = useQueryClient()
  const navigate = useNavigate()
  const work = useMutation({
    mutationFn: save,
    async onSuccess(saved) {
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
      const params = paramsOf?.(saved) ?? {}
      await navigate({ to, params, state: telling(withConflicts(told, saved.conflicts.length)) })
    },
  })
  const conflicts = conflictsIn(work.error)
  return {
    save: (input) => work.mutate({ ...input, acceptConflicts: false }),
    busy: work.isPending,
    error: conflicts ? null : work.error,
    conflicts,
    accept: () => work.variables && work.mutate({ ...work.variables, acceptConflicts: true }),
    goBack: work.reset,
  }
}

const conflictsAnswer = z.object({ conflicts: z.array(conflictView) })

/** The list of a 409 that asks for a yes; null for every other error. */
function conflictsIn(error: unknown): readonly ConflictView[] | null {
  if (!(error instanceof ApiError) || error.code !== 'conflicts') return null
  return conflictsAnswer.safeParse(error.details).data?.conflicts ?? null
}

function withConflicts(told: string, count: number): string {
  if (count === 0) return told
  if (count === 1) return `${told} Ein Termin hat jetzt keinen Platz mehr und steht unter „Zu klären“.`
  return `${told} ${count} Termine haben jetzt keinen Platz mehr und stehen unter „Zu klären“.`
}
