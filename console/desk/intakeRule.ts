import type { CompleteInput, IntakeDraft, WindowOffer } from '../../src/desk/contract.ts'

export type Outcome = CompleteInput['outcome']

export type FieldErrors = Readonly<Partial<Record<keyof CompleteInput, string>>>

/**
 * What a record still needs for its outcome, as sentences by field; the server asks the same again.
 * `windows` are those on the screen: one that is no longer among them cannot be promised.
 */
export function missingFor(
  draft: IntakeDraft,
  outcome: Outcome | null,
  windows: readonly Pick<WindowOffer, 'start'>[],
): FieldErrors {
  if (outcome === null) return { outcome: 'Bitte wählen, wie es ausgeht: F2, F3, F4, F6 oder F8.' }
  if (outcome === 'no-concern') return {}
  if (draft.belongsTo !== null && outcome === 'hand-over')
    return { outcome: 'Bitte „Neues Anliegen“ wählen: Ein offenes Anliegen wird hier nicht weitergegeben.' }
  if (outcome === 'appointment') return missingForAppointment(draft)
  return {
    ...(draft.reason.trim() === '' ? { reason: 'Bitte kurz aufschreiben, worum es geht.' } : {}),
    ...(needsCallback(outcome) && draft.belongsTo === null ? missingForCallback(draft, windows) : {}),
  }
}

export const needsCallback = (outcome: Outcome | null): boolean =>
  outcome === 'callback' || outcome === 'hand-over'

function missingForAppointment(draft: IntakeDraft): FieldErrors {
  const noNumber = draft.contactPhone.trim() === ''
  return {
    ...(draft.serviceId === null ? { serviceId: 'Bitte die Leistung für den Termin wählen.' } : {}),
    ...(draft.serviceId !== null && !draft.appointment?.held
      ? { appointment: 'Bitte eine Zeit wählen: 1 bis 5.' }
      : {}),
    ...(draft.contactName.trim() === '' ? { contactName: 'Bitte den Namen für den Termin erfragen.' } : {}),
    ...(noNumber ? { contactPhone: 'Bitte die Nummer für den Termin erfragen.' } : {}),
    ...(noNumber || draft.phoneReadBack
      ? {}
      : { phoneReadBack: 'Bitte die Nummer vorlesen und bestätigen lassen.' }),
  }
}

function missingForCallback(
  { contactPhone, phoneReadBack, windowStart }: IntakeDraft,
  windows: readonly Pick<WindowOffer, 'start'>[],
): FieldErrors {
  const noNumber = contactPhone.trim() === ''
  const window = windowFault(windowStart, windows)
  return {
    ...(noNumber ? { contactPhone: 'Bitte die Nummer für den Rückruf erfragen.' } : {}),
    ...(noNumber || phoneReadBack
      ? {}
      : { phoneReadBack: 'Bitte die Nummer vorlesen und bestätigen lassen.' }),
    ...(window ? { windowStart: window } : {}),
  }
}

function windowFault(chosen: string | null, windows: readonly Pick<WindowOffer, 'start'>[]): string | null {
  if (chosen === null) return 'Bitte ein Zeitfenster für den Rückruf wählen.'
  if (windows.some(({ start }) => start === chosen)) return null
  return 'Dieses Zeitfenster ist inzwischen vergeben. Bitte ein anderes wählen.'
}
