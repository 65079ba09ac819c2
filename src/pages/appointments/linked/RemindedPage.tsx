import { linkTo } from '../../../platform/ui/frame.ts'
import { Icon } from '../../../platform/ui/Icon.tsx'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { germanOn } from '../../germanOnly.ts'
import type { Booking } from '../booking.ts'
import { Bring } from '../Bring.tsx'
import { bookingTexts } from '../texts.ts'
import { linkedTexts } from './texts.ts'

interface RemindedPageProps {
  booking: Booking
  /** 'Donnerstag, 26. November, 10:15 Uhr' */
  when: string
  /** What can be answered, or what was. */
  state: 'open' | 'kept' | 'released' | 'past'
}

/** Asks whether somebody comes, until they say no. */
export function RemindedPage({ booking, when, state }: RemindedPageProps) {
  const { frame, place } = booking
  const { lang } = frame
  const texts = linkedTexts[lang]
  const title = {
    open: texts.comeTitle,
    kept: texts.comeTitle,
    released: texts.releasedTitle,
    past: texts.pastTitle,
  }[state]
  const asks = state === 'open' || state === 'kept'
  return (
    <Layout frame={frame} title={title}>
      <h1>{title}</h1>
      {state === 'kept' && (
        <p class="announcement">
          <Icon name="success" />
          <span>{texts.keptNotice}</span>
        </p>
      )}
      <div class="answer">
        <p class={state === 'released' ? 'struck' : ''}>
          <strong>{when}</strong>
        </p>
        {place && (
          <p {...germanOn(lang)}>
            {place.name}, {place.address}
          </p>
        )}
      </div>
      {asks ? (
        <form class="block" method="post" action={linkTo(frame, frame.here.path)}>
          <p>{texts.releaseWhy}</p>
          <div class="actions">
            {state === 'open' && (
              <button class="kern-btn kern-btn--primary" type="submit" name="antwort" value="ja">
                <span class="kern-label">{texts.come}</span>
              </button>
            )}
            <button class="kern-btn kern-btn--secondary" type="submit" name="antwort" value="nein">
              <span class="kern-label">{texts.release}</span>
            </button>
          </div>
        </form>
      ) : (
        <>
          <p>{state === 'released' ? texts.releasedLead : texts.pastLead}</p>
          <p>
            <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/termin', booking.query)}>
              <span class="kern-label">{texts.anew}</span>
            </a>
          </p>
        </>
      )}
      {asks && (
        <section class="block" aria-labelledby="mitbringen">
          <h2 id="mitbringen">{bookingTexts[lang].done.bring}</h2>
          <Bring chosen={booking.chosen} lang={lang} heading="h3" />
        </section>
      )}
      {asks && (
        <p class="onward">
          <a href={linkTo(frame, '/termin/mein')}>{texts.move}</a>
        </p>
      )}
    </Layout>
  )
}
