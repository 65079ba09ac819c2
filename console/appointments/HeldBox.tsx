import type { RefObject } from 'react'
import type { HeldTime } from '../../src/desk/contract.ts'
import { spokenDuration } from '../../src/shared/germanTime.ts'
import { Say } from '../desk/Say.tsx'
import { useNow } from '../platform/now.ts'
import { Button, StatusWord } from '../ui/index.ts'
import type { Booking } from './useBooking.ts'

interface Props {
  ref: RefObject<HTMLButtonElement | null>
  held: HeldTime
  /** The city has more than one office: where it is belongs to what is said. */
  several: boolean
  /** What to bring, where nothing else on the screen says it. */
  bring: string | null
  booking: Booking
  onSuits: () => void
}

/** The time that is held: what to say, what to bring, and how long it stays. */
export function HeldBox({ ref, held, several, bring, booking, onSuits }: Props) {
  const where = several && held.office ? `, ${held.office.name}` : ''
  return (
    <div className="booking__held">
      <Say>{`Ich habe ${held.aloud} einen Termin für Sie${where}. Passt das?`}</Say>
      {bring && <Say label="Mitbringen">{bring}</Say>}
      <div className="booking__actions">
        <Button ref={ref} variant="primary" hotkey="Enter" onClick={onSuits}>
          Passt, weiter
        </Button>
        <Button hotkey="V" onClick={booking.extend} busy={booking.busy}>
          Länger halten
        </Button>
        <Countdown held={held} />
        <span className="muted">{held.office?.address}</span>
      </div>
    </div>
  )
}

const SOON_MS = 120_000

function Countdown({ held }: { held: HeldTime }) {
  const left = Date.parse(held.expiresAt) - useNow()
  return (
    <StatusWord tone={left < SOON_MS ? 'warn' : 'good'}>
      {held.id ? 'reserviert' : 'Übung: wie reserviert'}, noch{' '}
      <span className="num">{spokenDuration(left)}</span>
    </StatusWord>
  )
}
