import type { Service } from '../../catalogue/index.ts'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { germanOn } from '../germanOnly.ts'
import { Results } from '../Results.tsx'
import { SearchForm } from '../SearchForm.tsx'
import { byLetter } from './byLetter.ts'
import { nameOf } from './nameOf.ts'
import { serviceTexts } from './texts.ts'

/** The whole catalogue, for those who rather look than search. */
export function AllServicesPage({ frame, services }: { frame: Frame; services: readonly Service[] }) {
  const { lang } = frame
  const texts = serviceTexts[lang]
  return (
    <Layout frame={frame} title={texts.allTitle}>
      <h1>{texts.allTitle}</h1>
      <SearchForm frame={frame} query="" isWholeList />
      <Results frame={frame} hits={null} />
      {byLetter(services, (service) => nameOf(service, lang)).map(({ letter, members }) => (
        <section aria-labelledby={`buchstabe-${letter}`}>
          <h2 class="letter" id={`buchstabe-${letter}`}>
            {letter}
          </h2>
          <ul class="results results--short">
            {members.map((service) => (
              <li>
                <a href={linkTo(frame, `/leistungen/${service.id}`)} {...germanOn(lang)}>
                  {nameOf(service, lang)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  )
}
