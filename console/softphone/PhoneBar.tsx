import { Link, useMatchRoute } from '@tanstack/react-router'
import { spokenDuration } from '../../src/shared/germanTime.ts'
import { useNow } from '../platform/now.ts'
import { Button, StatusWord } from '../ui/index.ts'
import { CallControls } from './CallControls.tsx'
import type { PhoneCall } from './model.ts'
import { useSoftphone } from './SoftphoneProvider.tsx'
import './softphone.css'

const WORDS = {
  ringing: 'Es klingelt',
  connecting: 'Wird verbunden',
  talking: 'Im Gespräch',
} as const satisfies Record<PhoneCall['stage'], string>

const KINDS = {
  offer: 'Anruf',
  callback: 'Rückruf',
  consult: 'Rückfrage',
  join: 'Dazugekommen',
  fallback: 'Notbetrieb',
} as const satisfies Record<PhoneCall['kind'], string>

/** Taken in this bar, wherever one is. */
const RINGS_HERE: readonly PhoneCall['kind'][] = ['consult', 'fallback']

/** What the desk itself does not show: of a caller in emergency operation the server knows nothing. */
const ONLY_HERE: readonly PhoneCall['kind'][] = ['callback', 'fallback']

/** The call of this window on every page but the desk, which shows it itself. */
export function PhoneBar() {
  const { state } = useSoftphone()
  const atDesk = useMatchRoute()({ to: '/arbeitsplatz' }) !== false
  if (!state.call || (atDesk && !ONLY_HERE.includes(state.call.kind))) return null
  return <Bar call={state.call} atDesk={atDesk} />
}

function Bar({ call, atDesk }: { call: PhoneCall; atDesk: boolean }) {
  const now = useNow()
  return (
    <section className="phone-bar" aria-label="Telefon">
      <StatusWord tone="busy">
        {`${KINDS[call.kind]}: ${WORDS[call.stage]}`}{' '}
        {call.stage === 'talking' && <span className="num">{spokenDuration(now - call.since)}</span>}
      </StatusWord>
      {call.kind === 'fallback' && <strong>Notbetrieb: bitte Anliegen auf Papier notieren.</strong>}
      {RINGS_HERE.includes(call.kind) && call.stage === 'ringing' && <Answer />}
      <CallControls />
      {!ONLY_HERE.includes(call.kind) && !atDesk && (
        <Link to="/arbeitsplatz" className="kern-link">
          Zum Arbeitsplatz
        </Link>
      )}
    </section>
  )
}

/** A colleague asks while this person is on another page, or a caller comes in emergency operation. */
function Answer() {
  const { phone } = useSoftphone()
  return (
    <>
      <Button variant="primary" onClick={() => phone?.answer()}>
        Annehmen
      </Button>
      <Button onClick={() => phone?.hangUp()}>Ablehnen</Button>
    </>
  )
}
