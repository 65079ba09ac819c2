import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCatalogue } from '../catalogue/catalogue.testkit.ts'
import { givenCity, type GivenCity } from '../city/city.testkit.ts'
import { expectWholePage, pagesApp, textOf } from './pages.testkit.ts'

const database = useDatabase()
let city: GivenCity

beforeAll(async () => {
  city = await givenCity(database.platform, {
    name: 'Lünen',
    demo: true,
    closures: [{ date: '2026-11-27', reason: 'Brückentag' }],
  })
  await givenCatalogue(database.platform, city.cityId)
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await pagesApp(database.platform).request(path, { headers })
  return { response, html: await response.text() }
}

const LANGUAGES = [
  { lang: 'de', htmlLang: 'de', banner: 'Kein Angebot dieser Stadt.' },
  { lang: 'en', htmlLang: 'en', banner: 'Not an offer of that city.' },
  { lang: 'einfach', htmlLang: 'de-simple', banner: 'Das ist nur ein Beispiel.' },
]
const PAGES = [
  '/',
  '/leistungen',
  '/leistungen?q=perso',
  '/leistungen?q=xyzzy',
  '/leistungen/personalausweis',
  '/anliegen',
  '/datenschutz',
  '/gibt-es-nicht',
]

describe.each(LANGUAGES)('given the language $lang', ({ lang, htmlLang, banner }) => {
  it.each(PAGES)('%s is a whole page with the demo notice', async (path) => {
    const { html } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
    expectWholePage(html, htmlLang)
    expect(textOf(html)).toContain(banner)
  })

  it.each(PAGES)('%s links only to pages that exist, in the same language', async (path) => {
    const { html } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
    const links = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    const own = new Set(links.filter((href) => !href.includes('gibt-es-nicht')))
    const answers = [...own].map(async (href) => [href, (await get(href)).response.status] as const)
    const dead = (await Promise.all(answers)).filter(([, status]) => status !== 200)
    expect(dead).toEqual([])
    expect([...own].filter((href) => !href.includes('lang='))).toEqual([])
  })
})

describe('every page', () => {
  it('given no choice, follows the browser and says so to caches', async () => {
    const { response, html } = await get('/', { 'accept-language': 'en-GB' })
    expect(html).toContain('<html lang="en">')
    expect(response.headers.get('vary')).toContain('Accept-Language')
  })

  it('sets no cookie and allows only what comes from here', async () => {
    const { response } = await get('/')
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  it('given a city that is no demo, has no notice', async () => {
    const real = await givenCity(database.platform, { name: 'Anderswo', hostnames: ['anderswo.example'] })
    const { html } = await get('http://anderswo.example/')
    expect(html).toContain('Stadt Anderswo')
    expect(html).not.toContain('class="banner"')
    expect(real.cityId).not.toBe(city.cityId)
  })
})

describe('the start page', () => {
  it('given Monday 9:00, shows numbers to call, that it is open, the closure and the next callback window', async () => {
    const { html } = await get('/?lang=de')
    const text = textOf(html)
    expect(html).toContain(`href="tel:${city.lines.service.number}"`)
    expect(text).toContain('Jetzt offen, heute bis 12:30 Uhr')
    expect(text).toContain('Am Freitag, 27. November, ist das Rathaus geschlossen: Brückentag.')
    expect(text).toContain('Nächstes freies Zeitfenster: heute zwischen 9 und 10 Uhr')
    expect(text).not.toContain('wartet')
  })

  it('given a connected telephone, says how many wait on each line', async () => {
    const caller = { callId: 'c', lineId: city.lines.service.id, since: new Date() }
    const snapshot = () => ({
      connected: true,
      well: true,
      note: '',
      waiting: [caller, caller],
      stations: [],
    })
    const response = await pagesApp(database.platform, snapshot).request('/?lang=de')
    const text = textOf(await response.text())
    expect(text).toContain('Gerade warten 2 Personen.')
    expect(text).toContain('Gerade wartet niemand.')
  })

  it('given a team that calls nobody back, leaves the callback out', async () => {
    const host = 'ohne-rueckruf.example'
    await givenCity(database.platform, { hostnames: [host], callbacksPerHour: { office: 0 } })
    expect(textOf((await get(`http://${host}/?lang=de`)).html)).not.toContain('Rückruf')
  })
})

describe('the services', () => {
  it('given everyday words, answers in one sentence below the name', async () => {
    const { html } = await get('/leistungen?q=perso+verl%C3%A4ngern&lang=de')
    const text = textOf(html)
    expect(text).toContain('Personalausweis beantragen Dafür müssen Sie persönlich kommen')
    expect(html).toContain('value="perso verlängern"')
  })

  it('given nothing that fits, leads to a person', async () => {
    const text = textOf((await get('/leistungen?q=xyzzy&lang=de')).html)
    expect(text).toContain('Dazu haben wir keine Leistung gefunden.')
    expect(text).toContain('Bürgerbüro')
  })

  it('given markup in the search words, shows it as text', async () => {
    const { html } = await get('/leistungen?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;')
  })

  it('given a service, says first whether to come, then what to bring, time, fee and whom to call', async () => {
    const text = textOf((await get('/leistungen/personalausweis?lang=de')).html)
    const order = [
      'Dafür müssen Sie persönlich kommen',
      'Bitte bringen Sie mit:',
      'digitales biometrisches Foto',
      'Das dauert etwa 15 Minuten.',
      'Das kostet 46 Euro.',
      'Zuständig ist: Bürgerbüro.',
      'Rufen Sie uns an.',
    ].map((part) => text.indexOf(part))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('given an unknown service, answers 404 in the layout', async () => {
    const { response, html } = await get('/leistungen/gibt-es-nicht?lang=de')
    expect(response.status).toBe(404)
    expect(textOf(html)).toContain('Diese Leistung gibt es nicht.')
  })
})
