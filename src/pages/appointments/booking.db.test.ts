import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TestClock, useDatabase } from '../../../tests/kit/database.ts'
import {
  forgetAppointments,
  givenOffice,
  officeOf,
  rowsOf,
  shiftOf,
} from '../../appointments/booking.testkit.ts'
import { expireHolds } from '../../appointments/booking/expireHolds.ts'
import { saveOffice } from '../../appointments/settings/saveOffice.ts'
import { saveServiceSetting } from '../../appointments/settings/saveServiceSetting.ts'
import { saveShift } from '../../appointments/settings/saveShift.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { expectWholePage, pagesApp, textOf } from '../pages.testkit.ts'

const database = useDatabase()
let cityId: string
const MONDAY = '2026-11-23T08:00:00Z'
const MINUTE = 60_000

beforeAll(async () => {
  ;({ cityId } = await givenCity(database.platform, { name: 'Lünen', demo: true }))
  const { ctx } = await givenAccount(database.platform, cityId, 'admin')
  // One person, Monday to Friday from 8 to 10.
  await givenOffice(ctx, { office: { counters: 1 } })
})

beforeEach(async () => {
  clock().set(MONDAY)
  await database.pool.query('delete from throttle')
  await forgetAppointments(database.platform, cityId)
})

const clock = (): TestClock => database.platform.clock

/** A browser: keeps the cookies that it is given. */
class Browser {
  readonly #cookies = new Map<string, string>()

  get(path: string) {
    return this.#ask(path, {})
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
    return this.#ask(path, { method: 'POST', body: new URLSearchParams(form), headers })
  }

  async #ask(path: string, init: RequestInit & { headers?: Record<string, string> }) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, ...(cookie ? { cookie } : {}) }
    const response = await pagesApp(database.platform).request(path, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return {
      response,
      status: response.status,
      to: response.headers.get('location'),
      html: await response.text(),
    }
  }
}

const DRAFT = { name: 'Kim Beispiel', email: 'kim@example.org', phone: '' }
const EIGHT = { leistung: 'eid-pin', start: '2026-11-24T08:00' }
const HALF_PAST = { leistung: 'eid-pin', start: '2026-11-24T08:30' }

const holdIn = (html: string): string => /name="hold" value="([^"]+)"/.exec(html)?.[1] ?? ''

async function upToCheck(browser: Browser, wish = EIGHT): Promise<string> {
  expect((await browser.post('/termin/zeit', wish)).to).toMatch(/^\/termin\/(angaben|pruefen)$/)
  expect((await browser.post('/termin/angaben', DRAFT)).to).toBe('/termin/pruefen')
  return holdIn((await browser.get('/termin/pruefen')).html)
}

async function booked(browser: Browser): Promise<{ number: string; key: string }> {
  const hold = await upToCheck(browser)
  expect((await browser.post('/termin/buchen', { hold })).to).toBe('/termin/gebucht')
  const { html } = await browser.get('/termin/gebucht')
  const key = /class="key">(.*?)<\/p>/.exec(html)?.[1]?.replaceAll(/<[^>]+>/g, '') ?? ''
  return { number: /class="reference">([^<]+)/.exec(html)?.[1] ?? '', key }
}

describe('booking by forms', () => {
  it('given a time, name and a click, books once however often the button is pressed', async () => {
    const browser = new Browser()
    const hold = await upToCheck(browser)
    const [first, second] = await Promise.all([
      browser.post('/termin/buchen', { hold }),
      browser.post('/termin/buchen', { hold }),
    ])
    expect([first.to, second.to]).toEqual(['/termin/gebucht', '/termin/gebucht'])
    const rows = await rowsOf(database.platform, cityId)
    expect(rows.map(({ state, contact_name: name, channel }) => ({ state, name, channel }))).toEqual([
      { state: 'booked', name: 'Kim Beispiel', channel: 'web' },
    ])
    const done = await browser.get('/termin/gebucht')
    expectWholePage(done.html, 'de')
    expect(done.response.headers.get('cache-control')).toBe('no-store')
    expect(textOf(done.html)).toContain('Dienstag, 24. November, 8:00')
    expect((await browser.get('/termin/gebucht/kalender')).html).toContain('BEGIN:VCALENDAR')
  })

  it('given its cookies, scripts and other sites do not get them', async () => {
    const { response } = await new Browser().post('/termin/zeit', EIGHT)
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^termin=/)
    for (const part of ['Path=/termin', 'HttpOnly', 'SameSite=Strict']) expect(cookie).toContain(part)
    expect(response.headers.get('location')).toBe('/termin/angaben')
  })

  it('given a form of another site, refuses it and holds nothing', async () => {
    const sent = await new Browser().post('/termin/zeit', EIGHT, {
      origin: 'https://example.org',
      host: 'localhost',
    })
    expect(sent.status).toBe(403)
    expect(await rowsOf(database.platform, cityId)).toEqual([])
  })

  it('given a time that somebody else holds, offers the nearest others', async () => {
    await new Browser().post('/termin/zeit', EIGHT)
    const { status, html } = await new Browser().post('/termin/zeit', EIGHT)
    expect(status).toBe(409)
    expectWholePage(html, 'de')
    expect(html).toContain('value="2026-11-24T08:15"')
    expect(html).not.toContain('value="2026-11-24T08:00"')
  })

  it.each([{ start: '2026-11-24T99:00' }, { start: '2026-02-30T08:00' }, { start: '' }])(
    'given the time "$start", shows the free times',
    async ({ start }) => {
      const { status, html } = await new Browser().post('/termin/zeit', { leistung: 'eid-pin', start })
      expect(status).toBe(200)
      expect(html).toContain('value="2026-11-24T08:00"')
    },
  )

  it('given a hold that has expired, says so, offers times and keeps what was typed', async () => {
    const browser = new Browser()
    const hold = await upToCheck(browser)
    clock().advance(10 * MINUTE + 1)
    const { status, html } = await browser.post('/termin/buchen', { hold })
    expect(status).toBe(409)
    expectWholePage(html, 'de')
    expect(textOf(html)).toContain('abgelaufen')
    expect(textOf(html)).toContain('noch da')
    // The process's clock frees it, and then the same time comes first, because nobody took it.
    await expireHolds(database.platform)
    const again = () => browser.post('/termin/buchen', { hold }).then((page) => page.html)
    await expect.poll(again).toContain('value="2026-11-24T08:00"')
    const later = await again()
    expect(later.indexOf('T08:00"')).toBeLessThan(later.indexOf('T08:15"'))
    expect((await browser.post('/termin/zeit', HALF_PAST)).to).toBe('/termin/pruefen')
    expect(textOf((await browser.get('/termin/pruefen')).html)).toContain('Kim Beispiel')
  })

  it('given "more time", holds for twenty minutes, once, and keeps what was typed', async () => {
    const browser = new Browser()
    await browser.post('/termin/zeit', EIGHT)
    expect((await browser.post('/termin/verlaengern', { ...DRAFT, email: '' })).to).toBe('/termin/angaben')
    clock().advance(15 * MINUTE)
    const { html } = await browser.get('/termin/angaben')
    expect(html).toContain('value="Kim Beispiel"')
    expect(html).not.toContain('Ich brauche mehr Zeit')
    expect((await browser.post('/termin/verlaengern', DRAFT)).to).toBe('/termin/angaben')
    clock().advance(5 * MINUTE)
    expect((await browser.get('/termin/angaben')).status).toBe(409)
  })

  it('given another time chosen in another window, does not book the one that this window shows', async () => {
    const browser = new Browser()
    const hold = await upToCheck(browser)
    await browser.post('/termin/zeit', HALF_PAST)
    const { status, html } = await browser.post('/termin/buchen', { hold })
    expect(status).toBe(409)
    expect(textOf(html)).toContain('in einem anderen Fenster')
    expect(textOf(html)).toContain('8:30')
    expect((await rowsOf(database.platform, cityId)).filter(({ state }) => state === 'booked')).toEqual([])
  })

  it('given no hold, every later step says so', async () => {
    const browser = new Browser()
    const { html } = await browser.get('/termin/angaben')
    expectWholePage(html, 'de')
    for (const path of ['angaben', 'pruefen', 'gebucht', 'gebucht/kalender', 'mein/kalender'])
      expect((await browser.get(`/termin/${path}`)).status).toBe(404)
    expect((await browser.post('/termin/buchen', {})).status).toBe(404)
  })

  it('given no service, asks for one and fails at the field', async () => {
    const { status, html } = await new Browser().get('/termin/unterlagen')
    expect(status).toBe(422)
    expect(html).toContain('href="#leistung"')
  })

  it('given a service that may need no visit, shows the way to a callback about it', async () => {
    const { ctx } = await givenAccount(database.platform, cityId, 'admin')
    const setting = { setupMinutes: 0, minutes: 15, devices: [] }
    await saveServiceSetting(ctx, 'meldebescheinigung', { ...setting, bookable: true })
    const { html } = await new Browser().get('/termin/unterlagen?leistung=meldebescheinigung')
    expect(textOf(html)).toContain('Vielleicht müssen Sie nicht kommen')
    expect(html).toContain('href="/rueckruf/anliegen?leistung=meldebescheinigung"')
    const visit = await new Browser().get('/termin/unterlagen?leistung=eid-pin')
    expect(visit.html).not.toContain('/rueckruf/')
    await saveServiceSetting(ctx, 'meldebescheinigung', { ...setting, bookable: false })
  })

  it('given more persons than any day has room for, says that nothing is free and shows the telephone', async () => {
    const { html } = await new Browser().get('/termin/zeit?leistung=personalausweis.10')
    expect(textOf(html)).toContain('kein Termin frei')
    expect(html).toContain('href="tel:')
  })
})

describe('the own appointment', () => {
  it('given number and key in another browser, shows it, moves it and cancels it twice', async () => {
    const { number, key } = await booked(new Browser())
    const browser = new Browser()
    expect((await browser.post('/termin/mein', { number, key })).to).toBe('/termin/mein/ansicht')
    const shown = await browser.get('/termin/mein/ansicht')
    expectWholePage(shown.html, 'de')
    expect(shown.html).not.toContain('Kim Beispiel')
    const { html } = await browser.get('/termin/mein/zeit')
    const termin = /name="termin" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await browser.post('/termin/mein/zeit', { termin, start: HALF_PAST.start })).status).toBe(303)
    expect(textOf((await browser.get('/termin/mein/ansicht?neu=')).html)).toContain('8:30')
    const calendar = await browser.get('/termin/mein/kalender')
    expect(calendar.response.headers.get('content-type')).toMatch(
      /^text\/calendar; charset=utf-8; method=REQUEST/,
    )
    expect(calendar.html).toContain('DTSTART;TZID=Europe/Berlin:20261124T083000')
    expect(calendar.html).not.toContain(key)
    for (const time of ['once', 'twice'])
      expect((await browser.post('/termin/mein/absagen', { termin })).to, time).toBe('/termin/mein/ansicht')
    expect(textOf((await browser.get('/termin/mein/ansicht')).html)).toContain('Abgesagt')
    expect((await browser.get('/termin/mein/kalender')).html).toContain('METHOD:CANCEL')
  })

  it('given a new time that is gone, keeps the old one and offers others', async () => {
    const browser = new Browser()
    const { number, key } = await booked(browser)
    await new Browser().post('/termin/zeit', HALF_PAST)
    await browser.post('/termin/mein', { number, key })
    const termin =
      /name="termin" value="([^"]+)"/.exec((await browser.get('/termin/mein/zeit')).html)?.[1] ?? ''
    const { status, html } = await browser.post('/termin/mein/zeit', { termin, start: HALF_PAST.start })
    expect(status).toBe(409)
    expectWholePage(html, 'de')
    expect(textOf(html)).toContain('Ihr Termin bleibt: Dienstag, 24. November, 8:00')
    expect(html).toContain('value="2026-11-24T08:45"')
  })

  it('given an appointment that has begun, can no longer be changed', async () => {
    const browser = new Browser()
    const { number, key } = await booked(browser)
    await browser.post('/termin/mein', { number, key })
    clock().set('2026-11-24T07:00:01Z')
    const { status, html } = await browser.get('/termin/mein/absagen')
    expect(status).toBe(409)
    expect(textOf(html)).toContain('rufen Sie uns an')
  })

  it('given a wrong key, says one sentence, keeps what was typed, and in the end asks to wait', async () => {
    const { number } = await booked(new Browser())
    const browser = new Browser()
    const wrong = { number, key: 'x'.repeat(22) }
    const first = await browser.post('/termin/mein', wrong)
    expect(first.status).toBe(404)
    expectWholePage(first.html, 'de')
    expect(first.html).toContain(`value="${number}"`)
    expect(first.to).toBeNull()
    let last = first
    for (let tries = 0; tries < 10 && last.status !== 429; tries += 1)
      last = await browser.post('/termin/mein', wrong)
    expect(last.status).toBe(429)
    expectWholePage(last.html, 'de')
  })

  it('given "finish", forgets the key', async () => {
    const browser = new Browser()
    const { number, key } = await booked(browser)
    await browser.post('/termin/mein', { number, key })
    await browser.post('/termin/mein/fertig', {})
    expect((await browser.get('/termin/mein/ansicht')).status).toBe(404)
    expect((await browser.get('/termin/gebucht')).status).toBe(404)
  })
})

describe('the start page and the page of a service', () => {
  it('given a free time, names the first one and leads to booking', async () => {
    const { html } = await new Browser().get('/')
    expect(textOf(html)).toContain('Nächster freier Termin: Mo, 23. November, 9:00')
    expect(html).toContain('href="/termin"')
  })

  it('given a service that can be booked, has the button; another has none', async () => {
    expect((await new Browser().get('/leistungen/eid-pin')).html).toContain('href="/termin?leistung=eid-pin"')
    expect((await new Browser().get('/leistungen/kirchenaustritt')).html).not.toContain('href="/termin')
  })
})

describe('a city with several places', () => {
  beforeAll(async () => {
    const { ctx } = await givenAccount(database.platform, cityId, 'admin')
    const { id } = await saveOffice(
      ctx,
      null,
      officeOf({ name: 'Bürgerbüro Nord', address: 'Nordstraße 2', devices: [] }),
    )
    // Later on a day than the other one.
    await saveShift(ctx, id, null, shiftOf({ opens: 840, closes: 900 }))
  })

  it('given no choice yet, asks where to come, the earliest place first, and nothing is held', async () => {
    const browser = new Browser()
    const { html } = await browser.get('/termin/zeit?leistung=eid-pin')
    expectWholePage(html, 'de')
    expect(textOf(html)).toMatch(
      /Wohin möchten Sie kommen\?.*Bürgerbüro Beispielstraße 1 Frühester Termin: Mo, 23. November, 9:00.*Bürgerbüro Nord Nordstraße 2 Frühester Termin: Mo, 23. November, 14:00/s,
    )
    expect(html).toContain('href="/termin/zeit?leistung=eid-pin&amp;buero=buergerbuero-nord"')
    const early = await browser.post('/termin/zeit', EIGHT)
    expect(textOf(early.html)).toContain('Wohin möchten Sie kommen?')
    expect(await rowsOf(database.platform, cityId)).toEqual([])
  })

  it('given a place, shows its times only, books there, and the summary names it', async () => {
    const browser = new Browser()
    const times = textOf((await browser.get('/termin/zeit?leistung=eid-pin&buero=buergerbuero-nord')).html)
    expect(times).toContain('Nordstraße 2')
    expect(times).not.toContain('8:00')
    await browser.post('/termin/zeit', {
      leistung: 'eid-pin',
      start: '2026-11-24T14:00',
      buero: 'buergerbuero-nord',
    })
    await browser.post('/termin/angaben', DRAFT)
    const check = (await browser.get('/termin/pruefen')).html
    expect(textOf(check)).toContain('Bürgerbüro Nord, Nordstraße 2')
    await browser.post('/termin/buchen', { hold: holdIn(check) })
    expect(await rowsOf(database.platform, cityId)).toMatchObject([
      { office_id: 'buergerbuero-nord', state: 'booked' },
    ])
  })

  it('given the start page, names the earliest time of all places and where it is', async () => {
    clock().set('2026-11-23T12:00:00Z')
    expect(textOf((await new Browser().get('/')).html)).toMatch(
      /Nächster freier Termin: Mo, 23. November, 14:00.Uhr \(für: .*, Bürgerbüro Nord \)/,
    )
  })

  it('given a service that needs a device which one place lacks, that place says that nothing is free', async () => {
    const { html } = await new Browser().get('/termin/zeit?leistung=personalausweis')
    expect(textOf(html)).toMatch(/Bürgerbüro Nord Nordstraße 2 Hier ist im Moment nichts frei/)
  })
})
