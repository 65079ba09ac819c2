import type { CompleteInput, IntakeDraft, WindowOffer } from '../../src/desk/contract.ts'

export type Outcome = CompleteInput['outcome']

/** What the form holds of a window. */
export type ChosenWindow = Pick<IntakeDraft, 'windowStart' | 'windowEnd'>
export type OfferedWindow = Pick<WindowOffer, 'start' | 'end'>

const HOUR_MS = 3_600_000

/** Whether an offered window is the chosen one; a choice without an end, from an older draft, is an hour. */
export const isChosen = ({ windowStart, windowEnd }: ChosenWindow, { start, end }: OfferedWindow): boolean =>
  start === windowStart &&
  (windowEnd === null ? Date.parse(end) - Date.parse(start) <= HOUR_MS : end === windowEnd)

/** `category`, `place` and `answers.QUESTION` are those of a report. */
export type FieldErrors = Readonly<
  Partial<Record<keyof CompleteInput | 'category' | 'place' | `answers.${string}`, string>>
>

/**
 * What a record still needs for its outcome, as sentences by field; the server asks the same again.
 * `windows` are those on the screen: one that is no longer among them cannot be promised.
 */
export function missingFor(
  draft: IntakeDraft,
  outcome: Outcome | null,
  windows: readonly OfferedWindow[],
): FieldErrors {
  if (outcome === null) return { outcome: 'Bitte wählen, wie es ausgeht: F2, F3, F4, F6 oder F8.' }
  if (outcome === 'no-concern') return {}
  if (draft.belongsTo !== null && outcome === 'hand-over')
    return { outcome: 'Bitte „Neues Anliegen“ wählen: Ein offenes Anliegen wird hier nicht weitergegeben.' }
  if (outcome === 'appointment') return missingForAppointment(draft)
  if (outcome === 'report') return missingForReport(draft)
  return {
    ...(draft.reason.trim() === '' ? { reason: 'Bitte kurz aufschreiben, worum es geht.' } : {}),
    ...(needsCallback(outcome) && draft.belongsTo === null ? missingForCallback(draft, windows) : {}),
  }
}

export const needsCallback = (outcome: Outcome | null): boolean =>
  outcome === 'callback' || outcome === 'hand-over'

/** What else a category asks, the server says at its fields. */
function missingForReport({ report, reason, belongsTo }: IntakeDraft): FieldErrors {
  if (belongsTo !== null)
    return { outcome: 'Eine Meldung ist ein neues Anliegen. Bitte „Neues Anliegen“ wählen.' }
  return {
    ...(report?.categoryId ? {} : { category: 'Bitte eine Kategorie wählen.' }),
    ...(reason.trim() === '' ? { reason: 'Bitte kurz aufschreiben, worum es geht.' } : {}),
  }
}

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

function missingForCallback(draft: IntakeDraft, windows: readonly OfferedWindow[]): FieldErrors {
  const { contactPhone, phoneReadBack } = draft
  const noNumber = contactPhone.trim() === ''
  const window = windowFault(draft, windows)
  return {
    ...(noNumber ? { contactPhone: 'Bitte die Nummer für den Rückruf erfragen.' } : {}),
    ...(noNumber || phoneReadBack
      ? {}
      : { phoneReadBack: 'Bitte die Nummer vorlesen und bestätigen lassen.' }),
    ...(window ? { windowStart: window } : {}),
  }
}

/** What is wrong with the chosen window; null when it is among those that are offered. */
export function windowFault(chosen: ChosenWindow, windows: readonly OfferedWindow[]): string | null {
  if (chosen.windowStart === null) return 'Bitte ein Zeitfenster für den Rückruf wählen.'
  if (windows.some((window) => isChosen(chosen, window))) return null
  return 'Dieses Zeitfenster ist inzwischen vergeben. Bitte ein anderes wählen.'
}
