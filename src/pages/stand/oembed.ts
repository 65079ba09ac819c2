import { Problem } from '../../platform/problems.ts'
import { chooseLanguage, type PageLanguage } from '../../platform/ui/language.ts'
import type { Visit } from '../visit.ts'
import { standTexts } from './texts.ts'

const SIZE = { width: 480, height: 640 }

/** No script, and links open in a window of their own. */
export const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox'

/** The frame that shows the widget, as a page of somebody else holds it. */
export const frameCode = (address: string, title: string, { width, height } = SIZE): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" sandbox="${SANDBOX}"></iframe>`

/** Where the widget is. */
export const widgetAddress = (site: string, lang: PageLanguage): string =>
  new URL(`/stand/anzeige?lang=${lang}`, site).href

/**
 * `GET /oembed?url=&format=&maxwidth=&maxheight=` (oEmbed 1.0): how programs of others show the page in theirs.
 * @returns 501 for a format we do not write @throws Problem 404 for an address that is not that page, 400 for a size that is no number
 */
export async function showOembed(visit: Visit): Promise<Response> {
  const { c, site, city } = visit
  const asked = URL.parse(c.req.query('url') ?? '')
  if (asked?.origin !== new URL(site).origin || asked.pathname !== '/stand')
    throw new Problem(404, 'not-found', 'Diese Seite lässt sich nicht einbetten.')
  if ((c.req.query('format') ?? 'json') !== 'json') return c.text('Only format=json is written here.', 501)
  const width = atMost(c.req.query('maxwidth'), SIZE.width)
  const height = atMost(c.req.query('maxheight'), SIZE.height)
  // Of the page that is embedded, not of the program that asks.
  const { lang } = chooseLanguage(asked.searchParams.get('lang') ?? undefined, '')
  const title = `${city.title}: ${standTexts[lang].title}`
  return c.json({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: city.title,
    provider_url: site,
    cache_age: 86_400,
    html: frameCode(widgetAddress(site, lang), title, { width, height }),
    width,
    height,
  })
}

function atMost(asked: string | undefined, usual: number): number {
  if (asked === undefined) return usual
  if (!/^[1-9]\d{0,4}$/.test(asked))
    throw new Problem(400, 'size', 'maxwidth und maxheight sind ganze Zahlen.')
  return Math.min(usual, Number(asked))
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
