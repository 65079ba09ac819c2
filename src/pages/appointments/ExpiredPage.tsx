import { linkTo } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Booking } from './booking.ts'
import { OfferButtons } from './OfferButtons.tsx'
import { Summary } from './Summary.tsx'
import { bookingTexts } from './texts.ts'

interface ExpiredPageProps {
  booking: Booking
  timeZone: string
  /** The time that was held, when it is still free. */
  same: number | null
  offers: readonly number[]
  /** Whether there is something typed that was kept. */
  isKept: boolean
}

/** Too late, but nothing is lost. */
export function ExpiredPage({ booking, timeZone, same, offers, isKept }: ExpiredPageProps) {
  const { frame, query } = booking
  const { lang } = frame
  const texts = bookingTexts[lang]
  const hidden = Object.entries(query).map(([name, value]) => (
    <input type="hidden" name={name} value={value} />
  ))
  const path = '/termin/zeit'
  return (
    <Layout frame={frame} title={texts.expired.title} failed>
      <h1>{texts.expired.title}</h1>
      <p class="lead">{texts.expired.lead}</p>
      {isKept && <p>{texts.expired.kept}</p>}
      <Summary booking={booking} lang={lang} />
      {same !== null && (
        <section class="block" aria-labelledby="dieselbe">
          <h2 id="dieselbe">{texts.expired.again}</h2>
          <OfferButtons frame={frame} path={path} timeZone={timeZone} starts={[same]}>
            {hidden}
          </OfferButtons>
        </section>
      )}
      {offers.length > 0 ? (
        <section class="block" aria-labelledby="angebote">
          <h2 id="angebote">{texts.taken.offers}</h2>
          <OfferButtons frame={frame} path={path} timeZone={timeZone} starts={offers}>
            {hidden}
          </OfferButtons>
        </section>
      ) : (
        same === null && <p>{texts.taken.none}</p>
      )}
      <p class="onward">
        <a href={linkTo(frame, path, query)}>{texts.taken.all}</a>
      </p>
    </Layout>
  )
}
