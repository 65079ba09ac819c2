import { cleanLine } from '../shared/cleanText.ts'
import type { Question } from './categories/model.ts'
import type { Answers } from './model.ts'

const LONGEST = 300

export type CheckedAnswers =
  | { ok: true; answers: Answers }
  /** Sentences by question. */
  | { ok: false; faults: Readonly<Record<string, string>> }

/**
 * The answers to a category's questions as they are kept: only those that were asked, without the empty ones.
 * @param given what was sent by question: one line, or several for a list
 */
export function checkAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, string | readonly string[]>>,
): CheckedAnswers {
  const answers: Record<string, string | readonly string[]> = {}
  const faults: Record<string, string> = {}
  for (const question of questions) {
    const values = [given[question.id] ?? []]
      .flat()
      .map(cleanLine)
      .filter((value) => value !== '')
    const fault = faultOf(question, values)
    if (fault) faults[question.id] = fault
    else if (values.length > 0)
      answers[question.id] = question.kind === 'choices' ? [...new Set(values)] : values[0]!
  }
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, answers }
}

function faultOf({ kind, required, options }: Question, values: readonly string[]): string | null {
  const [value] = values
  if (value === undefined) return required ? 'Bitte beantworten Sie diese Frage.' : null
  if (kind !== 'choices' && values.length > 1) return 'Bitte geben Sie nur eine Antwort.'
  switch (kind) {
    case 'text':
      return value.length > LONGEST ? `Die Antwort ist zu lang (höchstens ${LONGEST} Zeichen).` : null
    case 'number':
      return /^-?\d{1,12}([.,]\d{1,6})?$/.test(value) ? null : 'Bitte geben Sie eine Zahl ein.'
    case 'date':
      return isDay(value) ? null : 'Bitte geben Sie ein Datum ein, zum Beispiel 2026-11-23.'
    case 'choice':
    case 'choices':
      return values.every((one) => options.some(({ id }) => id === one))
        ? null
        : 'Bitte wählen Sie eine der Antworten.'
  }
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}
