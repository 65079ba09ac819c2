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

/** While another process is in charge of the telephone, or nobody yet. */
export const STANDS_BY =
  'Dieser Server vermittelt gerade keine Anrufe. Er übernimmt sie eben, oder ein anderer tut es. Meist ist das in wenigen Sekunden vorbei. Bleibt dieser Hinweis stehen, laden Sie die Seite bitte neu.'

export const TELEPHONE_DOWN =
  'Die Telefonanlage antwortet nicht. Neue Anrufe kommen hier nicht an, laufende Gespräche können abbrechen. Bitte lassen Sie diese Seite offen: Es geht von selbst weiter. Dauert es länger als ein paar Minuten, verständigen Sie bitte die Technik.'

/** In one sentence, and what it means for everybody. */
export const TRUNK_DOWN = 'Die Leitung nach draußen ist gestört: Anrufe kommen nicht an, und Rückrufe warten.'
export const TRUNK_ALARM = `${TRUNK_DOWN} Zugesagtes bleibt zugesagt. Bitte verständigen Sie die Technik. Sobald die Leitung wieder da ist, geht es von selbst weiter.`

/** German sentences naming what keeps an agent from being available; empty when nothing does. */
export function missingFor(checks: Checks): string[] {
  if (checks.telephone === 'none') return [NO_TELEPHONE]
  // Without it the softphone has nowhere to register, and nobody is asked for the microphone yet.
  if (checks.telephone === 'down') return ['Die Telefonanlage antwortet gerade nicht.']
  const missing: string[] = []
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
