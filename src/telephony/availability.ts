/** What must hold before an agent may be given callers; each missing part is a sentence for the agent. */
export interface Checks {
  /** `gap`: gone for a few seconds only; what was true before is still believed. */
  telephone: 'none' | 'down' | 'gap' | 'up'
  /** Asterisk knows where the softphone is, and the softphone says the same. */
  phoneRegistered: boolean
  microphone: boolean
  /** The window is seen, or kept awake behind others. */
  awake: boolean
  /** Since the desk last said that it lives; null when it never did. */
  silentMs: number | null
}

/**
 * A desk that is silent for longer is not there. It speaks every five seconds; with this and a look every second
 * nobody is offered a call for ten seconds after the network or the lid of the laptop went.
 */
export const SILENT_AFTER_MS = 8_000

/** For those who work here; the administrator learns from `missing()` which setting it is. */
export const NO_TELEPHONE = 'Es ist keine Telefonanlage verbunden. Übungsanrufe sind möglich.'

/** While the process starts, takes over, or another one is in charge of the telephone. */
export const NOT_IN_CHARGE =
  'Die Vermittlung wird gerade übernommen. Bitte versuchen Sie es gleich noch einmal.'

export const TELEPHONE_DOWN =
  'Die Telefonanlage antwortet nicht. Laufende Gespräche können abgebrochen sein; es geht von selbst weiter.'
export const TRUNK_DOWN = 'Die Leitung nach draußen ist gestört: Anrufe kommen nicht an, und Rückrufe warten.'

/** German sentences naming what keeps an agent from being available; empty when nothing does. */
export function missingFor(checks: Checks): string[] {
  if (checks.telephone === 'none') return [NO_TELEPHONE]
  const missing: string[] = []
  if (checks.telephone === 'down') missing.push('Die Telefonanlage antwortet gerade nicht.')
  if (checks.telephone === 'up' && !checks.phoneRegistered)
    missing.push('Das Telefon im Browser ist noch nicht angemeldet.')
  if (!checks.microphone)
    missing.push('Das Mikrofon hat noch nicht geantwortet. Bitte erlauben Sie dem Browser das Mikrofon.')
  if (checks.silentMs === null || checks.silentMs > SILENT_AFTER_MS)
    missing.push('Der Arbeitsplatz meldet sich nicht. Bitte laden Sie die Seite neu.')
  else if (!checks.awake)
    missing.push('Dieses Fenster liegt im Hintergrund und könnte einschlafen. Bitte holen Sie es nach vorn.')
  return missing
}
