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
} as const satisfies Record<PhoneCall['kind'], string>

/** The call of this window on every page but the desk, which shows it itself. */
export function PhoneBar() {
  const { state } = useSoftphone()
  const atDesk = useMatchRoute()({ to: '/arbeitsplatz' }) !== false
  if (!state.call || (atDesk && state.call.kind !== 'callback')) return null
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
      {call.kind === 'consult' && call.stage === 'ringing' && <Answer />}
      <CallControls />
      {call.kind !== 'callback' && !atDesk && (
        <Link to="/arbeitsplatz" className="kern-link">
          Zum Arbeitsplatz
        </Link>
      )}
    </section>
  )
}

/** A colleague asks while this person is on another page. */
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
