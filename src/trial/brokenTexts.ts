const CALL_CAUSES: Record<string, string> = {
  'all-busy': 'alle im Gespräch',
  'none-signed-in': 'niemand angemeldet',
  'ring-no-answer': 'nicht abgehoben',
  'trunk-down': 'Störung der Telefonleitung',
  'caller-left': 'aufgelegt',
  unknown: 'Ursache unbekannt',
}

const CALLBACK_CAUSES: Record<string, string> = {
  'nobody-took-it': 'niemand hat übernommen',
  'owner-did-not-call': 'übernommen, aber nicht angerufen',
  'telephone-failed': 'Anruf kam nicht durch',
  'nobody-on-duty': 'niemand im Dienst',
  'wrong-number': 'Nummer gibt es nicht',
}

const causeOf = (texts: Record<string, string>, cause: string | null): string =>
  texts[cause ?? ''] ?? 'Ursache unbekannt'

/** "Anruf 21 s (alle im Gespräch)" */
export function brokenCallText({ waitMs, cause }: { waitMs: number | null; cause: string | null }): string {
  const waited = waitMs === null ? '' : ` ${Math.round(waitMs / 1000)} s`
  return `Anruf${waited} (${causeOf(CALL_CAUSES, cause)})`
}

/** "Rückruf LU-7K3-94Q +12 min (niemand hat übernommen)"; without the minutes while it was not made up for. */
export function brokenCallbackText(callback: {
  at: Date
  cause: string | null
  caseNumber: string
  rangAt: Date | null
}): string {
  const { at, cause, caseNumber, rangAt } = callback
  const late = rangAt && ` +${Math.ceil((rangAt.getTime() - at.getTime()) / 60_000)} min`
  return `Rückruf ${caseNumber}${late ?? ''} (${causeOf(CALLBACK_CAUSES, cause)})`
}
