import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Category } from '../../reports/index.ts'
import { AppHead } from '../app/AppHead.tsx'
import { DeviceList } from '../app/DeviceList.tsx'
import type { Calling } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { germanOn } from '../germanOnly.ts'
import { publicTexts } from '../publicReports/texts.ts'
import { reportTexts } from './texts.ts'

interface CategoriesPageProps {
  frame: Frame
  categories: readonly Category[]
  calling: Calling
}

/** What can be reported, each a link to its form; the telephone is always a way. */
export function CategoriesPage({ frame, categories, calling }: CategoriesPageProps) {
  const { lang } = frame
  const { start } = reportTexts[lang]
  return (
    <Layout frame={frame} title={start.title} head={<AppHead frame={frame} />}>
      <h1>{start.title}</h1>
      <p class="lead">{categories.length > 0 ? start.lead : start.none}</p>
      <DeviceList frame={frame} />
      {categories.length > 0 && (
        <ul class="results">
          {categories.map(({ id, name, description }) => (
            <li>
              <a href={linkTo(frame, `/melden/${id}`)} {...germanOn(lang)}>
                {name}
              </a>
              {description && (
                <p class="muted" {...germanOn(lang)}>
                  {description}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="block spaced">
        <a href={linkTo(frame, '/meldung')}>{start.follow}</a>
      </p>
      {categories.some(({ published }) => published) && (
        <p>
          <a href={linkTo(frame, '/meldungen')}>{publicTexts[lang].seeAll}</a>
        </p>
      )}
      <section class="block next">
        <CallLines calling={calling} lang={lang} heading="h2" />
      </section>
    </Layout>
  )
}
