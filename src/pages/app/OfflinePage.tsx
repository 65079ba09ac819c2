import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Category } from '../../reports/index.ts'
import { displayNumber } from '../../shared/displayNumber.ts'
import type { CallLine } from '../calling.ts'
import { germanOn } from '../germanOnly.ts'
import { AppHead } from './AppHead.tsx'
import { DeviceList } from './DeviceList.tsx'
import { appTexts } from './texts.ts'

interface OfflinePageProps {
  frame: Frame
  categories: readonly Category[]
  lines: readonly CallLine[]
}

/** What a device shows in place of a page that it cannot get: how to report all the same, and whom to call. */
export function OfflinePage({ frame, categories, lines }: OfflinePageProps) {
  const { lang } = frame
  const { offline } = appTexts[lang]
  return (
    <Layout frame={frame} title={offline.title} head={<AppHead frame={frame} />}>
      <h1 data-offline-page>{offline.title}</h1>
      <p class="lead">{categories.length > 0 ? offline.lead : offline.none}</p>
      <DeviceList frame={frame} />
      {categories.length > 0 && (
        <ul class="results">
          {categories.map(({ id, name }) => (
            <li>
              <a href={linkTo(frame, `/melden/${id}`)} {...germanOn(lang)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <section class="block next" aria-labelledby="anrufen">
        <h2 id="anrufen">{offline.call}</h2>
        <ul class="lines">
          {lines.map(({ name, number }) => (
            <li>
              <h3 {...germanOn(lang)}>{name}</h3>
              <a class="phone" href={`tel:${number}`}>
                {displayNumber(number)}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  )
}
