import { Link, useMatchRoute } from '@tanstack/react-router'
import { spokenDuration } from '../../src/shared/germanTime.ts'
import { useNow } from '../platform/now.ts'
import { StatusWord } from '../ui/index.ts'
import { CallControls } from './CallControls.tsx'
import type { PhoneCall } from './model.ts'
import { useSoftphone } from './SoftphoneProvider.tsx'
import './softphone.css'

const WORDS = {
  ringing: 'Es klingelt',
  connecting: 'Wird verbunden',
  talking: 'Im Gespräch',
} as const satisfies Record<PhoneCall['stage'], string>

/** The call of this window on every page but the desk, which shows it itself. */
export function PhoneBar() {
  const { state } = useSoftphone()
  const atDesk = useMatchRoute()({ to: '/arbeitsplatz' }) !== false
  if (!state.call || (atDesk && state.call.kind === 'offer')) return null
  return <Bar call={state.call} atDesk={atDesk} />
}

function Bar({ call, atDesk }: { call: PhoneCall; atDesk: boolean }) {
  const now = useNow()
  const what = call.kind === 'callback' ? 'Rückruf' : 'Anruf'
  return (
    <section className="phone-bar" aria-label="Telefon">
      <StatusWord tone="busy">
        {`${what}: ${WORDS[call.stage]}`}{' '}
        {call.stage === 'talking' && <span className="num">{spokenDuration(now - call.since)}</span>}
      </StatusWord>
      <CallControls />
      {call.kind === 'offer' && !atDesk && (
        <Link to="/arbeitsplatz" className="kern-link">
          Zum Arbeitsplatz
        </Link>
      )}
    </section>
  )
}
