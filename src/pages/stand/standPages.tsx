import { Temporal } from 'temporal-polyfill'
import { allowFrames } from '../../platform/http/contentPolicy.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { EmbedPage } from './EmbedPage.tsx'
import { frameCode, showOembed, widgetAddress } from './oembed.ts'
import { StandPage } from './StandPage.tsx'
import { standOf } from './standOf.ts'
import { standTexts } from './texts.ts'
import { Widget } from './Widget.tsx'

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
  const here = encodeURIComponent(new URL(`/stand?lang=${visit.frame.lang}`, visit.site).href)
  const oembed = new URL(`/oembed?format=json&url=${here}`, visit.site).href
  const time = timeOf(visit, stand.at)
  return render(visit.c, <StandPage frame={visit.frame} stand={stand} time={time} oembed={oembed} />)
}

async function showWidget(visit: Visit): Promise<Response> {
  const stand = await standOf(visit)
  allowFrames(visit.c, '*')
  return render(visit.c, <Widget frame={visit.frame} stand={stand} time={timeOf(visit, stand.at)} />)
}

async function showEmbedding(visit: Visit): Promise<Response> {
  const address = widgetAddress(visit.site, visit.frame.lang)
  const title = `${visit.city.title}: ${standTexts[visit.frame.lang].title}`
  return render(visit.c, <EmbedPage frame={visit.frame} code={frameCode(address, title)} address={address} />)
}

const timeOf = ({ city }: Visit, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(city.timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
    .replace(/^0/, '')
