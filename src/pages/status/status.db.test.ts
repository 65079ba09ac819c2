import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCallback, TEST_PHONE } from '../../callbacks/callbacks.testkit.ts'
import { closeCase, openCase } from '../../cases/index.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { inTransaction } from '../../platform/context.ts'
import { expectWholePage, pagesApp, textOf } from '../pages.testkit.ts'

const database = useDatabase()
let city: GivenCity
let number: string
/** Of the testkit's number +49 171 3920012. */
const DIGITS = '0012'

beforeAll(async () => {
  city = await givenCity(database.platform, {
    name: 'Lünen',
    demo: true,
    callbacksPerHour: { office: 100 },
  })
})

beforeEach(async () => {
  const { ctx } = await givenAccount(database.platform, city.cityId, 'clerk')
  number = (await givenCallback(database.platform, city, ctx, { reason: 'Ein geheimer Grund' })).caseNumber
})

const ask = async (form: Record<string, string>, lang = 'de') => {
  const response = await pagesApp(database.platform).request(`/anliegen?lang=${lang}`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return { response, html: await response.text() }
}

describe('POST /anliegen', () => {
  it.each([
    { lang: 'de', htmlLang: 'de', promise: 'Wir rufen Sie an: heute zwischen 14 und 15 Uhr.' },
    { lang: 'en', htmlLang: 'en', promise: 'We will call you today between 14:00 and 15:00.' },
    { lang: 'einfach', htmlLang: 'de-simple', promise: 'Wir rufen Sie an: heute zwischen 14 und 15 Uhr.' },
  ])('given the right digits, says state and promise in $lang', async ({ lang, htmlLang, promise }) => {
    const { response, html } = await ask({ number, digits: DIGITS }, lang)
    expect(response.status).toBe(200)
    expectWholePage(html, htmlLang)
    expect(textOf(html)).toContain(promise)
    expect(textOf(html)).toContain(number)
  })

  it('given no call is owed, shows the way to one; where one is promised, none', async () => {
    const { ctx } = await givenAccount(database.platform, city.cityId, 'clerk')
    expect((await ask({ number, digits: DIGITS })).html).not.toContain('href="/rueckruf')
    const { number: settled } = await inTransaction(ctx, async (tx) => {
      const opened = await openCase(tx, ctx, {
        channel: 'phone',
        practice: false,
        callId: null,
        lineId: city.lines.service.id,
        teamId: city.teams.office,
        serviceId: null,
        reason: 'Fragt nach den Öffnungszeiten.',
        contactName: null,
        contactPhone: TEST_PHONE,
        outcome: 'settled',
      })
      await closeCase(tx, ctx, opened.id, 'settled')
      return opened
    })
    const { html } = await ask({ number: settled, digits: DIGITS })
    expect(html).toContain('href="/rueckruf')
    expect(textOf(html)).toContain('Rückruf vereinbaren')
  })

  it('given the right digits, is kept by nobody on the way and shows neither reason nor number', async () => {
    const { response, html } = await ask({ number, digits: DIGITS })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(html).not.toContain('geheimer Grund')
    expect(html).not.toContain('3920012')
  })

  it('given a number typed in small letters and with spaces, finds the request', async () => {
    const typed = ` ${number.toLowerCase().replaceAll('-', ' ')} `
    expect((await ask({ number: typed, digits: '00 12' })).response.status).toBe(200)
  })

  it('given only the number (the start page), asks for the digits and finds nothing wrong', async () => {
    const { response, html } = await ask({ number })
    expect(response.status).toBe(200)
    expect(html).toContain(`value="${number}"`)
    expect(html).not.toContain('role="alert"')
  })

  it('given nothing, tells both fields and links to them from the top', async () => {
    const { response, html } = await ask({ number: '', digits: '' })
    expect(response.status).toBe(422)
    expectWholePage(html, 'de')
    expect(html).toContain('href="#number"')
    expect(html).toContain('href="#digits"')
    expect(html).toMatch(/<title>Fehler: /)
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(2)
  })

  it('given a typing error, keeps what was typed', async () => {
    const { response, html } = await ask({ number: 'LU-1"x', digits: '12a' })
    expect(response.status).toBe(422)
    expect(html).toContain('value="LU-1&quot;x"')
    expect(html).toContain('value="12a"')
  })

  it('given wrong digits or a number nobody has, says the same', async () => {
    const wrongDigits = await ask({ number, digits: '9999' })
    await database.pool.query('delete from throttle')
    const unknown = await ask({ number: unusedNumber(number), digits: DIGITS })
    expect(wrongDigits.response.status).toBe(404)
    expect(unknown.response.status).toBe(404)
    expect(errorsOf(wrongDigits.html)).toEqual(errorsOf(unknown.html))
    expect(errorsOf(unknown.html)).toHaveLength(1)
  })

  it('given many wrong tries, answers 429 with a sentence and the telephone', async () => {
    let last = await ask({ number, digits: '9999' })
    for (let tries = 0; tries < 8 && last.response.status !== 429; tries += 1) {
      last = await ask({ number, digits: '9999' })
    }
    expect(last.response.status).toBe(429)
    expectWholePage(last.html, 'de')
    expect(textOf(last.html)).toContain('zu viele Versuche')
    expect(last.html).toContain('href="tel:')
  })

  it('given a file in place of the number, treats it as empty', async () => {
    const body = new FormData()
    body.set('number', new File(['x'], 'x.txt'))
    body.set('digits', DIGITS)
    const response = await pagesApp(database.platform).request('/anliegen', { method: 'POST', body })
    expect(response.status).toBe(422)
  })

  it('given a broken multipart body, asks to send it again', async () => {
    const response = await pagesApp(database.platform).request('/anliegen', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=a' },
      body: 'x',
    })
    expect(response.status).toBe(400)
  })

  it('never puts number or digits into an address', async () => {
    const { html } = await ask({ number, digits: '9999' })
    const addresses = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address)
    expect(addresses.filter((address) => address?.includes(number) || address?.includes('9999'))).toEqual([])
    expect(html).toMatch(/<form[^>]* method="post"/)
  })
})

const errorsOf = (html: string): string[] =>
  [...html.matchAll(/class="kern-body">([^<]*)</g)].map(([, message]) => message ?? '')

/** Six zeros have a sound check character. */
const unusedNumber = (taken: string): string => taken.replace(/-.*/, '-000-000')
