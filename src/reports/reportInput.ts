import { cleanLine, cleanText } from '../shared/cleanText.ts'
import { checkAnswers } from './answersRule.ts'
import type { Category } from './categories/model.ts'
import type { Answers } from './model.ts'

/** As long as Open311 lets a description be. */
export const LONGEST_DESCRIPTION = 4000
const LONGEST_PLACE = 300

/** What somebody reports, as it was sent. */
export interface Told {
  description: string
  place: string
  answers: Readonly<Record<string, string | readonly string[]>>
}

export type CheckedReport =
  | { ok: true; description: string; place: string | null; answers: Answers }
  /** Sentences by field: `description`, `place`, `answers.QUESTION`. */
  | { ok: false; fields: Readonly<Record<string, string>> }

/**
 * What every way in checks of a report: that something is said, where it is, and what its category asks.
 * @param what `may-lack`: only what is there is checked, because nobody was asked
 */
export function checkReport(
  category: Category,
  told: Told,
  what: 'complete' | 'may-lack' = 'complete',
): CheckedReport {
  const description = cleanText(told.description)
  const place = category.place === 'none' ? '' : cleanLine(told.place)
  const checked = checkAnswers(what === 'complete' ? category.questions : [], told.answers)
  const fields: Record<string, string> = {}
  if (description === '') fields['description'] = 'Bitte beschreiben Sie, worum es geht.'
  if (description.length > LONGEST_DESCRIPTION)
    fields['description'] = `Die Beschreibung ist zu lang (höchstens ${LONGEST_DESCRIPTION} Zeichen).`
  if (place === '' && category.place === 'needed' && what === 'complete')
    fields['place'] =
      'Bitte sagen Sie, wo das ist, zum Beispiel Straße und Hausnummer oder „neben der Bank im Park“.'
  if (place.length > LONGEST_PLACE)
    fields['place'] = `Die Angabe zum Ort ist zu lang (höchstens ${LONGEST_PLACE} Zeichen).`
  if (!checked.ok)
    for (const [id, sentence] of Object.entries(checked.faults)) fields[`answers.${id}`] = sentence
  return checked.ok && Object.keys(fields).length === 0
    ? { ok: true, description, place: place || null, answers: checked.answers }
    : { ok: false, fields }
}
