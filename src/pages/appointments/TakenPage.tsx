import { linkTo } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Booking } from './booking.ts'
import { OfferButtons } from './OfferButtons.tsx'
import { Step } from './Step.tsx'
import { Summary } from './Summary.tsx'
import { bookingTexts } from './texts.ts'
import { spokenMoment } from './when.ts'

interface TakenPageProps {
  booking: Booking
  timeZone: string
  /** What could not be had. */
  start: number
  /** What can be had, the nearest ones. */
  offers: readonly number[]
}

/** Somebody was faster. */
export function TakenPage({ booking, timeZone, start, offers }: TakenPageProps) {
  const { frame, query } = booking
  const { lang } = frame
  const texts = bookingTexts[lang]
  return (
    <Layout frame={frame} title={texts.taken.title} failed>
      <Step is="times" lang={lang} />
      <h1>{texts.taken.title}</h1>
      <p class="lead">{texts.taken.lead(spokenMoment(start, timeZone, lang))}</p>
      <Summary booking={booking} lang={lang} />
      {offers.length > 0 ? (
        <section class="block" aria-labelledby="angebote">
          <h2 id="angebote">{texts.taken.offers}</h2>
          <OfferButtons frame={frame} path="/termin/zeit" timeZone={timeZone} starts={offers}>
            {Object.entries(query).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
          </OfferButtons>
        </section>
      ) : (
        <p>{texts.taken.none}</p>
      )}
      <p class="onward">
        <a href={linkTo(frame, '/termin/zeit', query)}>{texts.taken.all}</a>
      </p>
    </Layout>
  )
}
