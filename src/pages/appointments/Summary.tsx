import type { PageLanguage } from '../../platform/ui/language.ts'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from '../services/nameOf.ts'
import type { Booking, ChosenService } from './booking.ts'
import { bookingTexts } from './texts.ts'

/** 'Sie kommen für: 2 × Personalausweis beantragen. Dauer etwa 30 Minuten' */
export function Summary({ booking, lang }: { booking: Booking; lang: PageLanguage }) {
  const { heading, lasts } = bookingTexts[lang].summary
  return (
    <div class="summary">
      <p>{heading}</p>
      <ChosenList chosen={booking.chosen} lang={lang} />
      {booking.minutes !== null && <p class="muted">{lasts(booking.minutes)}</p>}
    </div>
  )
}

export function ChosenList({ chosen, lang }: { chosen: readonly ChosenService[]; lang: PageLanguage }) {
  return (
    <ul class="chosen" {...germanOn(lang)}>
      {chosen.map(({ service, persons }) => (
        <li>
          {persons > 1 && `${persons} × `}
          {nameOf(service, lang)}
        </li>
      ))}
    </ul>
  )
}
