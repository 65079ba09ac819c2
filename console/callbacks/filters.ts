import { z } from 'zod'
import type { NextInput, WorklistItem } from '../../src/callbacks/contract.ts'
import { speech, type Speech } from '../../src/shared/speech.ts'

/** What of the list is shown; the words are those of the address. Nothing chosen: everything in the own languages. */
export const filtersSchema = z.object({
  wer: z.enum(['meine', 'faellig']).optional().catch(undefined),
  leistung: z.string().max(61).optional().catch(undefined),
  sprache: z
    .union([speech, z.literal('alle')])
    .optional()
    .catch(undefined),
  ansicht: z.literal('ruhig').optional().catch(undefined),
})
export type Filters = z.infer<typeof filtersSchema>

const NAME = 'freizeichen.worklist'

/** The filters of the last visit on this computer. */
export function keptFilters(): Filters {
  const text = localStorage.getItem(NAME)
  if (text === null) return {}
  try {
    return filtersSchema.parse(JSON.parse(text))
  } catch {
    // Not ours: the whole list is shown.
    localStorage.removeItem(NAME)
    return {}
  }
}

export const keepFilters = (filters: Filters): void => localStorage.setItem(NAME, JSON.stringify(filters))

/** What a filter leaves of the list. Who has said what they speak is shown only that, unless they choose otherwise. */
export function filtered(
  items: readonly WorklistItem[],
  { wer, leistung, sprache }: Filters,
  spoken: readonly Speech[],
  now: number,
): readonly WorklistItem[] {
  return items.filter((item) => {
    if (wer === 'meine' && !isMine(item)) return false
    if (wer === 'faellig' && Date.parse(item.dueFrom) > now) return false
    if (leistung !== undefined && item.serviceId !== leistung) return false
    if (sprache === 'alle' || isMine(item)) return true
    if (sprache !== undefined) return item.language === sprache
    return spoken.length === 0 || spoken.includes(item.language)
  })
}

const isMine = ({ mine, state, reservedFor }: WorklistItem): boolean =>
  mine || (state === 'waiting' && reservedFor !== null && reservedFor.free)

/** What "next" is asked for: the service and the language of the filter. */
export const nextOf = ({ leistung, sprache }: Filters): NextInput => ({
  ...(leistung === undefined ? {} : { serviceId: leistung }),
  ...(sprache === undefined || sprache === 'alle' ? {} : { language: sprache }),
})
