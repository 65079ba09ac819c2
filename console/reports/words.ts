import type { ReportItem } from '../../src/reports/contract.ts'
import type { StatusTone } from '../ui/index.ts'

export type ReportState = ReportItem['state']

/** Each state as staff read it, with the shape before its word. */
export const STATES = {
  received: ['off', 'eingegangen'],
  'in-work': ['busy', 'in Arbeit'],
  planned: ['busy', 'geplant'],
  forwarded: ['off', 'weitergeleitet'],
  done: ['good', 'erledigt'],
  'not-done': ['off', 'wird nicht gemacht'],
} as const satisfies Record<ReportState, readonly [StatusTone, string]>

/** The choices of the next step, in the order in which they usually come. */
export const STEPS = [
  { value: 'in-work', label: 'in Arbeit' },
  { value: 'planned', label: 'geplant bis …' },
  { value: 'forwarded', label: 'weitergeleitet an …' },
  { value: 'done', label: 'erledigt' },
  { value: 'not-done', label: 'wird nicht gemacht' },
] as const satisfies readonly { value: Exclude<ReportState, 'received'>; label: string }[]

export const REACHED_BY = {
  email: 'Wer gemeldet hat, bekommt diesen Text als E-Mail.',
  sms: 'Wer gemeldet hat, bekommt eine SMS mit einem Link zu diesem Text.',
  nobody: 'Es geht keine Nachricht hinaus. Wer gemeldet hat, erfährt es nur durch Nachsehen oder am Telefon.',
} as const

export const PLACES = {
  needed: 'muss angegeben werden',
  asked: 'wird gefragt, freiwillig',
  none: 'wird nicht gefragt',
} as const
