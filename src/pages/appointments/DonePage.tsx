import { linkTo } from '../../platform/ui/frame.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { Layout } from '../../platform/ui/Layout.tsx'
import { germanOn } from '../germanOnly.ts'
import type { Booking } from './booking.ts'
import { Bring } from './Bring.tsx'
import { Summary } from './Summary.tsx'
import { bookingTexts } from './texts.ts'

interface DonePageProps {
  booking: Booking
  /** 'Donnerstag, 26. November, 10:15 Uhr' */
  when: string
  reference: string
  secret: string
}

/** What to keep: the number, the key, the time, the place and what to bring, on one sheet of paper. */
export function DonePage({ booking, when, reference, secret }: DonePageProps) {
  const { frame, place } = booking
  const { lang } = frame
  const { done } = bookingTexts[lang]
  return (
    <Layout frame={frame} title={done.title}>
      <h1 class="done">
        <Icon name="success" />
        {done.title}
      </h1>
      <div class="answer">
        <p>
          <strong>{when}</strong>
        </p>
        {place && (
          <p {...germanOn(lang)}>
            {place.name}, {place.address}
          </p>
        )}
      </div>
      <Summary booking={booking} lang={lang} />
      <section class="block" aria-labelledby="nummer">
        <h2 id="nummer">{done.number}</h2>
        <p class="reference">{reference}</p>
        <p>{done.numberWhy}</p>
      </section>
      <section class="block" aria-labelledby="schluessel">
        <h2 id="schluessel">{done.key}</h2>
        <p class="key">{inGroups(secret)}</p>
        <p>{done.keyWhy}</p>
        <p class="muted now">{done.print}</p>
      </section>
      <section class="block" aria-labelledby="mitbringen">
        <h2 id="mitbringen">{done.bring}</h2>
        <Bring chosen={booking.chosen} lang={lang} heading="h3" />
      </section>
      <p class="onward">
        <a href={linkTo(frame, '/termin/gebucht/kalender')}>{done.calendar}</a>
      </p>
      <p class="now">
        <a href={linkTo(frame, '/termin/mein')}>{done.again}</a>
      </p>
    </Layout>
  )
}

/** Four characters each, which an eye can follow; the gaps are no characters, so a copy is the key itself. */
const inGroups = (secret: string) => (secret.match(/.{1,4}/g) ?? []).map((part) => <span>{part}</span>)
