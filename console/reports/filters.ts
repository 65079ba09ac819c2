import { z } from 'zod'
import type { ReportsInput } from '../../src/reports/contract.ts'

/** What of the list is shown; the words are those of the address. Nothing chosen: every open report. */
export const filtersSchema = z.object({
  zeigen: z.enum(['zurueckgelegt', 'beantwortet']).optional().catch(undefined),
  wer: z.enum(['meine', 'niemand']).optional().catch(undefined),
  kategorie: z.string().max(40).optional().catch(undefined),
  team: z.uuid().optional().catch(undefined),
  worte: z.string().trim().min(1).max(200).optional().catch(undefined),
})
export type Filters = z.infer<typeof filtersSchema>

/** The same as the API asks for it. */
export const askedBy = ({ zeigen, wer, kategorie, team, worte }: Filters): Omit<ReportsInput, 'after'> => ({
  show: zeigen === 'beantwortet' ? 'ended' : zeigen === 'zurueckgelegt' ? 'away' : 'open',
  who: wer === 'meine' ? 'mine' : wer === 'niemand' ? 'nobody' : 'all',
  ...(kategorie === undefined ? {} : { category: kategorie }),
  ...(team === undefined ? {} : { team }),
  ...(worte === undefined ? {} : { words: worte }),
})

const NO = { offen: 'keine offene', zurueckgelegt: 'keine zurückgelegte', beantwortet: 'keine beantwortete' }

/** In place of an empty list: why it is empty, and what to do. */
export function emptySentence({ zeigen, wer, kategorie, team, worte }: Filters): string {
  if (worte !== undefined)
    return `Zu „${worte}“ gibt es ${NO[zeigen ?? 'offen']} Meldung. Suchen Sie mit anderen Worten, oder unter den anderen.`
  if (wer === 'meine' && zeigen === undefined && kategorie === undefined && team === undefined)
    return 'Ihnen ist keine Meldung zugewiesen. Unter „bei niemandem“ stehen die, die noch jemanden brauchen.'
  if (wer !== undefined || kategorie !== undefined || team !== undefined)
    return 'Zu dieser Auswahl gibt es keine Meldung. Wählen Sie „alle“, um die anderen zu sehen.'
  if (zeigen === 'zurueckgelegt') return 'Keine Meldung ist zurückgelegt.'
  if (zeigen === 'beantwortet') return 'Noch ist keine Meldung beantwortet.'
  return 'Keine Meldung ist offen. Sobald jemand etwas meldet, steht es hier, ohne dass Sie die Seite neu laden. Ein Anruf wird auf der Seite seines Anliegens zur Meldung.'
}
