import type { PageLanguage } from '../../platform/ui/language.ts'
import type { Calling } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { bookingTexts } from './texts.ts'

/** The way to a person, where these pages lead no further. */
export function ByPhone({ calling, lang }: { calling: Calling; lang: PageLanguage }) {
  return (
    <section class="block next onward" aria-labelledby="telefon">
      <h2 id="telefon">{bookingTexts[lang].help}</h2>
      <CallLines calling={calling} lang={lang} heading="h3" />
    </section>
  )
}
