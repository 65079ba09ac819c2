import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { BookingDraft, OffersView } from '../../src/desk/contract.ts'
import { FieldError, Heading, Loading } from '../ui/index.ts'
import type { BookingWork } from './bookingApi.ts'
import './booking.css'
import { BookingWish } from './BookingWish.tsx'
import { HeldBox } from './HeldBox.tsx'
import { OfferList, OtherDays } from './OfferList.tsx'
import { useBooking, type Booking } from './useBooking.ts'

interface Props {
  ref: RefObject<HTMLElement | null>
  work: BookingWork
  serviceId: string
  value: BookingDraft
  change: (part: Partial<BookingDraft>) => void
  error: string | undefined
  practice: boolean
  /** The time suits: on to what is still missing. */
  onSuits: () => void
}

/** Five times to read out; a digit holds one while the caller thinks. Its keys work while the focus is in it. */
export function BookingPanel({ ref, practice, onSuits, ...input }: Props) {
  const booking = useBooking(input)
  const { offers, problem, loading } = booking
  const { held } = input.value
  const suits = useRef<HTMLButtonElement>(null)
  useFocusInside(ref, suits, { first: offers?.offers[0]?.start, held: held?.start })
  return (
    // The keys of the panel; each has its button, which is what a pointer and a screen reader use.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={ref}
      tabIndex={-1}
      className="booking"
      aria-labelledby="booking-title"
      data-invalid={problem ? true : undefined}
      onFocus={({ target, currentTarget }) => target === currentTarget && goIn(currentTarget)}
      onKeyDown={(event) => press(event, booking)}
    >
      <div className="booking__head">
        <Heading level={2} id="booking-title">
          Termin
        </Heading>
        {offers && <p className="muted">{headOf(offers)}</p>}
        {practice && <p className="practice-mark">Übung, nur gespielt</p>}
        {offers && <OtherDays later={offers.later} booking={booking} />}
      </div>
      <FieldError id="booking-error" error={problem} />
      {held && (
        <HeldBox
          ref={suits}
          held={held}
          // One service's documents stand in its guidance.
          several={(offers?.offices.length ?? 1) > 1}
          bring={input.value.more.length > 0 && offers ? offers.bring : null}
          booking={booking}
          onSuits={onSuits}
        />
      )}
      {loading && <Loading />}
      {offers && <OfferList offers={offers} held={held} booking={booking} />}
      {!held && <BookingWish value={input.value} booking={booking} offices={offers?.offices ?? []} />}
    </section>
  )
}

/** Where the city has several offices, each time says its own. */
function headOf({ minutes, offices }: OffersView): string {
  const [only, ...others] = offices
  return only && others.length === 0 ? `${minutes} Minuten · ${only.name}` : `${minutes} Minuten`
}

/** Whoever comes to the panel stands at what comes next: "Passt", or the first time. */
function goIn(panel: HTMLElement): void {
  const next = panel.querySelector<HTMLElement>('.booking__held button, .booking__offer')
  next?.focus()
}

const TYPED = 'input, textarea, select'

function press(event: KeyboardEvent<HTMLElement>, booking: Booking): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
  const typing = event.target instanceof Element && event.target.matches(TYPED)
  if (typing && event.key === 'Enter') {
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>('.booking__offer')?.focus()
  }
  const run = typing ? null : keyOf(event.key, booking)
  if (!run) return
  event.preventDefault()
  if (!event.repeat) run()
}

function keyOf(key: string, booking: Booking): (() => void) | null {
  const offer = /^[1-5]$/.test(key) ? booking.offers?.offers[Number(key) - 1] : undefined
  if (offer) return () => booking.hold(offer)
  if (key.toLowerCase() === 'n') return booking.later
  return key.toLowerCase() === 'v' ? booking.extend : null
}

/** Whoever is in the panel goes on where it went on: from its frame to the first time, from a time to "Passt". */
function useFocusInside(
  panel: RefObject<HTMLElement | null>,
  suits: RefObject<HTMLButtonElement | null>,
  { first, held }: { first: string | undefined; held: string | undefined },
): void {
  const before = useRef(held)
  const isHere = useEffectEvent(() => {
    const active = document.activeElement
    return panel.current?.contains(active) || active === document.body
  })
  useEffect(() => {
    // Also when the times that had the focus were replaced by later ones.
    const { activeElement } = document
    if (first && panel.current && (activeElement === panel.current || activeElement === document.body))
      goIn(panel.current)
  }, [panel, first])
  useEffect(() => {
    if (before.current === held) return
    before.current = held
    if (!isHere()) return
    if (held) suits.current?.focus()
    else panel.current?.focus()
  }, [panel, suits, held])
}
