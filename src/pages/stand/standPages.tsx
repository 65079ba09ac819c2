import { Temporal } from 'temporal-polyfill'
import { allowFrames } from '../../platform/http/contentPolicy.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { bannerOf } from '../frameOf.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { EmbedPage } from './EmbedPage.tsx'
import { frameCode, oembedAddress, requireOptions, showOembed, widgetAddress } from './oembed.ts'
import { StandPage } from './StandPage.tsx'
import { standOf } from './standOf.ts'
import { standTexts } from './texts.ts'
import { Widget } from './Widget.tsx'
import { readWidgetOptions, widgetQuery } from './widgetOptions.ts'

interface StandRoute {
  path: string
  show: (visit: Visit) => Promise<Response>
}

/** How things stand at the city hall, for everybody and for pages of others. */
export const standPages: readonly StandRoute[] = [
  { path: '/stand', show: showStand },
  { path: '/stand/anzeige', show: showWidget },
  { path: '/stand/einbetten', show: showEmbedding },
  { path: '/oembed', show: showOembed },
]

async function showStand(visit: Visit): Promise<Response> {
  const stand = await standOf(visit)
  const { site, frame } = visit
  const discovery = {
    json: oembedAddress(site, frame.lang, 'json'),
    xml: oembedAddress(site, frame.lang, 'xml'),
  }
  const time = timeOf(visit, stand.at)
  return render(visit.c, <StandPage frame={frame} stand={stand} time={time} oembed={discovery} />)
}

/** `GET /stand/anzeige?sprache=&farbe=&teile=` @throws Problem 400 with what is possible */
async function showWidget(visit: Visit): Promise<Response> {
  const options = requireOptions(queryOf(visit), visit.frame.lang)
  const here = inLanguage(visit, options.lang)
  const stand = await standOf(here)
  allowFrames(visit.c, '*')
  const time = timeOf(visit, stand.at)
  return render(visit.c, <Widget frame={here.frame} stand={stand} time={time} options={options} />)
}

async function showEmbedding(visit: Visit): Promise<Response> {
  const { site, city, frame } = visit
  const query = queryOf(visit)
  const { options, errors: wrong } = readWidgetOptions(query, frame.lang)
  const texts = standTexts[frame.lang].options
  const errors = wrong.map(([name, possible]) => [name, texts.wrong(name, possible)] as const)
  // A form without a single tick sends nothing of them.
  if (query.has('farbe') && !query.has('teile')) errors.push(['teile', texts.noPart])
  const address = widgetAddress(site, options)
  const title = `${city.title}: ${standTexts[options.lang].title}`
  const kept = { ...frame, here: { ...frame.here, query: Object.fromEntries(widgetQuery(options)) } }
  return render(
    visit.c,
    <EmbedPage
      frame={kept}
      options={options}
      errors={errors}
      code={frameCode(address, title)}
      address={address}
    />,
  )
}

const queryOf = ({ c }: Visit): URLSearchParams => new URL(c.req.url).searchParams

/** The widget's own language, which its links carry on. */
const inLanguage = (visit: Visit, lang: PageLanguage): Visit => ({
  ...visit,
  frame: { ...visit.frame, lang, byLink: true, banner: bannerOf(visit.city, lang) },
})

const timeOf = ({ city }: Visit, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(city.timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
    .replace(/^0/, '')
