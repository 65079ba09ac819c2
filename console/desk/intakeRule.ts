import type { CompleteInput, IntakeDraft } from '../../src/desk/contract.ts'

export type Outcome = CompleteInput['outcome']

export type FieldErrors = Readonly<Partial<Record<keyof CompleteInput, string>>>

/** What a record still needs for its outcome, as sentences by field. The server asks the same again. */
export function missingFor(draft: IntakeDraft, outcome: Outcome | null): FieldErrors {
  if (outcome === null) return { outcome: 'Bitte wählen, wie es ausgeht: F2, F4, F6 oder F8.' }
  if (outcome === 'no-concern') return {}
  const known = draft.serviceId !== null || draft.reason.trim() !== ''
  return {
    ...(known ? {} : { reason: 'Bitte oben eine Leistung wählen oder hier kurz notieren, worum es geht.' }),
    ...(needsCallback(outcome) ? missingForCallback(draft) : {}),
  }
}

export const needsCallback = (outcome: Outcome | null): boolean =>
  outcome === 'callback' || outcome === 'hand-over'

function missingForCallback(draft: IntakeDraft): FieldErrors {
  const noNumber = draft.contactPhone.trim() === ''
  return {
    ...(noNumber ? { contactPhone: 'Bitte die Nummer für den Rückruf erfragen.' } : {}),
    ...(noNumber || draft.phoneReadBack
      ? {}
      : { phoneReadBack: 'Bitte die Nummer vorlesen und bestätigen lassen.' }),
    ...(draft.windowStart ? {} : { windowStart: 'Bitte ein Zeitfenster für den Rückruf wählen.' }),
  }
}
