import { useSoftphone, type SoftphoneState } from '../softphone/index.ts'
import { Notice } from '../ui/index.ts'

const HINTS: Partial<Record<SoftphoneState['line'], string>> = {
  off: 'Das Telefon in diesem Fenster ist aus. Bitte laden Sie die Seite neu.',
  connecting: 'Das Telefon in diesem Fenster wird gerade verbunden.',
  lost: 'Das Telefon in diesem Fenster hat die Verbindung verloren und versucht es wieder.',
  elsewhere: 'Ihr Telefon läuft in einem anderen Fenster dieses Rechners: Dort klingelt es.',
}

/** Before a call over the telephone system: what keeps this window's telephone from ringing. */
export function PhoneHint() {
  const hint = HINTS[useSoftphone().state.line]
  return hint ? <Notice tone="warning">{hint}</Notice> : null
}
