import type { Way } from '../../src/catalogue/contract.ts'
import type { Outcome } from './intakeRule.ts'

/** How a call ends that goes this way; the agent may choose another end at any time. */
export interface WayEnd {
  outcome: Extract<Outcome, 'appointment' | 'callback' | 'settled' | 'report'>
  label: string
}

const ENDS: Readonly<Record<Way, WayEnd>> = {
  come: { outcome: 'appointment', label: 'Termin buchen' },
  call: { outcome: 'callback', label: 'Rückruf versprechen' },
  // Who can write an e-mail or go online has an answer now.
  email: { outcome: 'settled', label: 'Im Gespräch erledigt' },
  online: { outcome: 'settled', label: 'Im Gespräch erledigt' },
  report: { outcome: 'report', label: 'Meldung aufnehmen' },
  elsewhere: { outcome: 'settled', label: 'Im Gespräch erledigt' },
}

export const afterWay = (way: Way): WayEnd => ENDS[way]
