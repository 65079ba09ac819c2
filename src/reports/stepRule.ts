import { isEnded, type ReportState } from './model.ts'

/** The longest text for whoever reported. */
export const LONGEST_TEXT = 4000
/** Further away nobody plans. */
const FURTHEST_YEARS = 3

/** A state that staff give a report, and what they write to whoever reported. */
export interface Step {
  state: Exclude<ReportState, 'received'>
  text: string
  /** 'YYYY-MM-DD', with `planned` only. */
  plannedFor: string | null
}

export type StepFaults = Partial<Record<'state' | 'text' | 'plannedFor', string>>

const NEEDS_TEXT: Readonly<Record<Step['state'], string | null>> = {
  'in-work': null,
  planned: null,
  forwarded: 'Bitte schreiben Sie, an wen die Meldung weitergeleitet wurde und warum.',
  done: 'Ohne Antwort kann die Meldung nicht abgeschlossen werden. Was wurde getan?',
  'not-done': 'Ohne Antwort kann die Meldung nicht abgeschlossen werden. Warum geschieht es nicht?',
}

/**
 * What is wrong with a step, by field; empty when nothing is.
 * An end needs an answer, a plan needs a day, and what is in work already needs news.
 * @param today 'YYYY-MM-DD' in the city
 */
export function stepFaults(from: ReportState, step: Step, today: string): StepFaults {
  if (isEnded(from)) return { state: 'Diese Meldung ist schon beantwortet.' }
  const text = step.text.trim()
  const isNews = step.state !== from || step.state === 'planned'
  const missing = NEEDS_TEXT[step.state] ?? (isNews ? null : 'Bitte schreiben Sie, was es Neues gibt.')
  return {
    ...(text === '' && missing ? { text: missing } : {}),
    ...(text.length > LONGEST_TEXT
      ? { text: `Der Text ist zu lang (höchstens ${LONGEST_TEXT} Zeichen).` }
      : {}),
    ...dayFaults(step, today),
  }
}

function dayFaults({ state, plannedFor }: Step, today: string): StepFaults {
  if (state !== 'planned') return {}
  if (plannedFor === null) return { plannedFor: 'Bitte nennen Sie den Tag, bis zu dem es geschieht.' }
  if (plannedFor < today) return { plannedFor: 'Dieser Tag ist schon vorbei.' }
  const furthest = `${Number(today.slice(0, 4)) + FURTHEST_YEARS}${today.slice(4)}`
  return plannedFor > furthest ? { plannedFor: 'Dieser Tag liegt zu weit in der Zukunft.' } : {}
}
