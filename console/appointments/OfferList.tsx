import type { HeldTime, OffersView } from '../../src/desk/contract.ts'
import { Button, Kbd } from '../ui/index.ts'
import type { Booking } from './useBooking.ts'

interface Props {
  offers: OffersView
  held: HeldTime | null
  booking: Booking
}

/** The times with their digits. */
export function OfferList({ offers: { offers, offices }, held, booking }: Props) {
  return (
    <div className="booking__offers">
      {offers.length === 0 && <p>In dieser Zeit ist nichts frei.</p>}
      {offers.map((offer, place) => (
        <button
          key={offer.start}
          type="button"
          className="booking__offer"
          aria-pressed={offer.start === held?.start}
          aria-disabled={booking.busy || undefined}
          onClick={() => booking.hold(offer)}
        >
          <Kbd>{String(place + 1)}</Kbd>
          <span>
            {offer.day} <strong className="num">{offer.clock}</strong>
            {offices.length > 1 && <span className="booking__where">{offer.office.name}</span>}
          </span>
        </button>
      ))}
    </div>
  )
}

/** To later days, and back to the next ones. */
export function OtherDays({ later, booking }: { later: string | null; booking: Booking }) {
  return (
    <div className="booking__days">
      {booking.from && (
        <Button variant="tertiary" onClick={() => booking.lookFrom(null)}>
          Nächste Tage
        </Button>
      )}
      {later && (
        <Button variant="tertiary" hotkey="N" onClick={booking.later}>
          Spätere Tage
        </Button>
      )}
    </div>
  )
}
