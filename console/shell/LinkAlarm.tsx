import { useLink } from '../platform/live.ts'
import { useNow } from '../platform/now.ts'
import { useSoftphone } from '../softphone/index.ts'
import { AlarmNotice } from './AlarmNotice.tsx'

/** A change of network, or a restart of the program, is over by then. */
const SAY_AFTER_MS = 10_000

export function useLinkIsLost(): boolean {
  const link = useLink()
  const now = useNow()
  return !link.connected && now - link.since >= SAY_AFTER_MS
}

/** While nothing reaches this page any more: what goes on all the same, and what would make it worse. */
export function LinkAlarm() {
  const { state } = useSoftphone()
  return <AlarmNotice text={state.line === 'off' ? WITHOUT_TELEPHONE : WITH_TELEPHONE} />
}

const WITHOUT_TELEPHONE =
  'Freizeichen ist gerade nicht zu erreichen. Was Sie hier sehen, kann veraltet sein, und Neues wird nicht gespeichert. Bitte lassen Sie diese Seite offen: Es geht von selbst weiter.'
const WITH_TELEPHONE =
  'Freizeichen ist gerade nicht zu erreichen. Anrufe können hier trotzdem klingeln (Notbetrieb): Notieren Sie Anliegen dann bitte auf Papier. Lassen Sie diese Seite offen und laden Sie sie nicht neu, sonst klingelt sie nicht mehr. Es geht von selbst weiter.'
