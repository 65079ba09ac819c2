import type { OutcomeResult } from '../../src/callbacks/contract.ts'
import type { BookedView } from '../../src/desk/contract.ts'
import { keySentence } from '../appointments/keySentence.ts'
import type { Outcome } from './queries.ts'

const ENDED: Record<Outcome, string> = {
  settled: 'ist erledigt',
  'not-reached': 'ist nach dem letzten Versuch abgeschlossen',
  'needs-appointment': 'ist abgeschlossen, ein Termin ist nötig',
  'follow-up': 'ist fürs Erste erledigt',
  'pass-on': 'hat jetzt ein anderes Team',
  withdrawn: 'ist zurückgezogen',
}

const PROMISES: Record<OutcomeResult['promise'], string> = {
  kept: ' Die Zusage ist gehalten.',
  broken: ' Die Zusage ist gebrochen.',
  open: '',
  withdrawn: '',
}

/** What was stored, for the list that one is led back to. */
export function doneSentence(
  caseNumber: string,
  outcome: Outcome,
  { nextText, promise, toldText }: OutcomeResult,
): string {
  const told = toldText ? ` ${toldText}` : ''
  const retried = outcome === 'not-reached' && nextText !== null
  if (outcome === 'follow-up' && nextText)
    return `${caseNumber}: Der nächste Anruf ist zugesagt, ${nextText}.${PROMISES[promise]}${told}`
  const what = retried ? `wird wieder versucht: ${nextText}` : ENDED[outcome]
  return `${caseNumber} ${what}.${PROMISES[promise]}${told}`
}

/** The same with an appointment, to be read out. */
export function bookedSentence(caseNumber: string, booked: BookedView): string {
  const { aloud, reference, spelled } = booked
  if (!reference) return `${caseNumber} ist erledigt. Übung: Der Termin ${aloud} ist nicht gebucht.`
  return `${caseNumber} ist erledigt. Termin ${aloud}, Terminnummer ${reference}: ${spelled}. ${keySentence(booked)}`
}
