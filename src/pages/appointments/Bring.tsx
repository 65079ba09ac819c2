import type { PageLanguage } from '../../platform/ui/language.ts'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from '../services/nameOf.ts'
import type { ChosenService } from './booking.ts'
import { bookingTexts } from './texts.ts'

interface BringProps {
  chosen: readonly ChosenService[]
  lang: PageLanguage
  heading: 'h2' | 'h3'
}

/** The checklist of the chosen services; with several, each under its name. */
export function Bring({ chosen, lang, heading: Heading }: BringProps) {
  const named = chosen.length > 1
  return (
    <>
      {chosen.map(({ service }) => (
        <div class="block">
          {named && <Heading {...germanOn(lang)}>{nameOf(service, lang)}</Heading>}
          {service.documents.length === 0 ? (
            <p>{bookingTexts[lang].documents.nothing}</p>
          ) : (
            <ul class="checklist" {...germanOn(lang)}>
              {service.documents.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  )
}
