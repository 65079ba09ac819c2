import { linkTo } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { germanOn } from '../germanOnly.ts'
import type { Booking, Place } from './booking.ts'
import { Step } from './Step.tsx'
import { Summary } from './Summary.tsx'
import { bookingTexts } from './texts.ts'
import { shortMoment } from './when.ts'

export interface OfferedPlace extends Place {
  /** null: nothing is free there. */
  earliest: { date: string; time: string } | null
}

interface PlacesPageProps {
  booking: Booking
  places: readonly OfferedPlace[]
}

/** Where to come, in a city with several places. */
export function PlacesPage({ booking, places }: PlacesPageProps) {
  const { frame, query } = booking
  const { lang } = frame
  const texts = bookingTexts[lang]
  return (
    <Layout frame={frame} title={`${texts.places.title} ${texts.book}`}>
      <Step is="times" lang={lang} />
      <h1>{texts.places.title}</h1>
      <Summary booking={booking} lang={lang} />
      <p>{texts.places.lead}</p>
      {places.map(({ id, name, address, earliest }) => (
        <section class="block" aria-labelledby={`ort-${id}`}>
          <h2 id={`ort-${id}`} {...germanOn(lang)}>
            {name}
          </h2>
          <p {...germanOn(lang)}>{address}</p>
          {earliest ? (
            <>
              <p>
                {texts.times.earliest}: <strong>{shortMoment(earliest.date, earliest.time, lang)}</strong>
              </p>
              <p>
                <a
                  class="kern-btn kern-btn--secondary"
                  href={linkTo(frame, '/termin/zeit', { ...query, buero: id })}
                >
                  <span class="kern-label">{texts.places.choose(name)}</span>
                </a>
              </p>
            </>
          ) : (
            <p>{texts.places.none}</p>
          )}
        </section>
      ))}
      <p class="onward">
        <a href={linkTo(frame, '/termin/unterlagen', query)}>{texts.back}</a>
      </p>
    </Layout>
  )
}
