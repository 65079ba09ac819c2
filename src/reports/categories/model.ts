import { z } from 'zod'

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Nur kleine Buchstaben, Ziffern und Striche.')

/** A category with this id would hide the page that follows a report. */
const TAKEN = 'fertig'

/** What stands in addresses. */
export const categoryId = key.refine((id) => id !== TAKEN, 'Diese Kennung ist vergeben.')

/** Something a category asks besides what happened and where; defined once for all ways in. */
export const question = z
  .object({
    id: key,
    label: z.string().trim().min(1, 'Die Frage fehlt.').max(120, 'Die Frage ist zu lang.'),
    kind: z.enum(['text', 'number', 'date', 'choice', 'choices']),
    required: z.boolean(),
    options: z
      .array(z.object({ id: key, name: z.string().trim().min(1).max(80) }))
      .max(20)
      .default([]),
  })
  .refine(
    ({ kind, options }) =>
      kind === 'choice' || kind === 'choices' ? options.length >= 2 : options.length === 0,
    'Zum Auswählen braucht es mindestens zwei Antworten, sonst keine.',
  )
export type Question = z.infer<typeof question>

export const questions = z
  .array(question)
  .max(10, 'Höchstens zehn Fragen.')
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Zwei Fragen heißen gleich.')

export interface Category {
  id: string
  name: string
  description: string
  teamId: string
  /** Service hours until the answer. */
  answerHours: number
  place: 'needed' | 'asked' | 'none'
  questions: readonly Question[]
  /** What to do in place of reporting it here. */
  instead: string | null
  active: boolean
  /** Whether its reports are shown to everybody, each after somebody has released it. */
  published: boolean
  position: number
}
