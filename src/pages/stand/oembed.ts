import { Problem } from '../../platform/problems.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import type { Visit } from '../visit.ts'
import { standTexts } from './texts.ts'
import { readWidgetOptions, type WidgetOptions, widgetQuery } from './widgetOptions.ts'

const SIZE = { width: 480, height: 640 }

/** No script, and links open in a window of their own. */
export const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox'

/** The frame that shows the widget, as a page of somebody else holds it. */
export const frameCode = (address: string, title: string, { width, height } = SIZE): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" sandbox="${SANDBOX}"></iframe>`

/** Where the widget is. */
export const widgetAddress = (site: string, options: WidgetOptions): string =>
  new URL(`/stand/anzeige?${widgetQuery(options).toString()}`, site).href

/** What programs are told in either format; `lang` of the page `/stand`. */
export const oembedAddress = (site: string, lang: PageLanguage, format: 'json' | 'xml'): string => {
  const page = new URL(`/stand?lang=${lang}`, site).href
  return new URL(`/oembed?format=${format}&url=${encodeURIComponent(page)}`, site).href
}

/**
 * `GET /oembed?url=&format=&maxwidth=&maxheight=` (oEmbed 1.0): how programs of others show the page in theirs. Options of the
 * widget count in `url`, too.
 * @returns 501 for a format we do not write
 * @throws Problem 404 for an address that is neither that page nor the widget, 400 for a size or an option that cannot be read
 */
export async function showOembed(visit: Visit): Promise<Response> {
  const { c, site, city } = visit
  const asked = URL.parse(c.req.query('url') ?? '')
  if (asked?.origin !== new URL(site).origin || !EMBEDDABLE.has(asked.pathname))
    throw new Problem(404, 'not-found', 'Diese Seite lässt sich nicht einbetten.')
  const format = c.req.query('format') ?? 'json'
  if (format !== 'json' && format !== 'xml')
    return c.text('Only format=json and format=xml are written here.', 501)
  const width = atMost(c.req.query('maxwidth'), SIZE.width)
  const height = atMost(c.req.query('maxheight'), SIZE.height)
  // Of the page that is embedded, not of the program that asks.
  const options = requireOptions(asked.searchParams, 'de')
  const title = `${city.title}: ${standTexts[options.lang].title}`
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: city.title,
    provider_url: site,
    cache_age: 86_400,
    html: frameCode(widgetAddress(site, options), title, { width, height }),
    width,
    height,
  }
  if (format === 'json') return c.json(answer)
  return c.body(xmlOf(answer), 200, { 'content-type': 'text/xml; charset=utf-8' })
}

const EMBEDDABLE: ReadonlySet<string> = new Set(['/stand', '/stand/anzeige'])

/** The options of an address. @throws Problem 400 with what is possible */
export function requireOptions(query: URLSearchParams, usual: PageLanguage): WidgetOptions {
  const { options, errors } = readWidgetOptions(query, usual)
  if (errors.length > 0)
    throw new Problem(
      400,
      'option',
      errors.map(([name, possible]) => standTexts.de.options.wrong(name, possible)).join(' '),
    )
  return options
}

function atMost(asked: string | undefined, usual: number): number {
  if (asked === undefined) return usual
  if (!/^[1-9]\d{0,4}$/.test(asked))
    throw new Problem(400, 'size', 'maxwidth und maxheight sind ganze Zahlen.')
  return Math.min(usual, Number(asked))
}

/** Names without a meaning in XML are ours, so only values are escaped. */
const xmlOf = (answer: Readonly<Record<string, string | number>>): string => {
  const members = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  )
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${members.join('')}</oembed>\n`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
