import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findPlaces, packagedPrograms } from '../../src/platform/db/embedded/places.ts'
import { connectionTo } from '../../src/platform/db/embedded/server.ts'
import { signInApi } from '../kit/api.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { type MailServer, type SmsServer, startMailServer, startSmsServer } from '../kit/mail.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let mail: MailServer
let sms: SmsServer
let server: TestServer
let browser: Browser

beforeAll(async () => {
  ;[mail, sms] = await Promise.all([startMailServer(), startSmsServer()])
  const env = {
    SMTP_URL: mail.url,
    MAIL_FROM: 'termine@stadt.example',
    SMS_URL: sms.url,
    SMS_TOKEN: 'geheim',
  }
  ;[server, browser] = await Promise.all([startServer({ env }), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await mail?.stop()
  await sms?.stop()
})
beforeEach(() => {
  mail.mails.length = 0
  sms.received.length = 0
})

/** A folder for pictures of every page, for eyes. */
const PICTURES = process.env['PICTURES']

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const withoutScripts = async (): Promise<Page> => (await openPage(browser, { javaScriptEnabled: false })).page
const linkIn = (text: string): string => /https?:\/\/\S+\/termin\/k\/\w+/.exec(text)?.[0] ?? ''

/** Books the earliest time for a service. */
async function book(
  page: Page,
  contact: { email?: string; phone?: string },
  service = 'personalausweis',
): Promise<string> {
  await fillIn(page, contact, service)
  return page.locator('.reference').innerText()
}

async function fillIn(
  page: Page,
  contact: { email?: string; phone?: string },
  service = 'personalausweis',
): Promise<void> {
  await page.goto(`${server.url}/termin/zeit?leistung=${service}`)
  await press(page, /^Frühester Termin/)
  await page.getByLabel('Name').fill('Kim Beispiel')
  await page.getByLabel('E-Mail-Adresse').fill(contact.email ?? '')
  await page.getByLabel('Telefonnummer').fill(contact.phone ?? '')
  await press(page, 'Weiter')
  await press(page, 'Termin verbindlich buchen')
}

test('without JavaScript, somebody books, gets the mail, opens the link and cancels', async () => {
  const reference = await book(await withoutScripts(), { email: 'kim@example.org' })
  const got = await mail.about(/^Ihr Termin: /)
  expect(got.text).toContain(reference)
  // Another device: nothing but the mail.
  const page = await withoutScripts()
  const link = linkIn(got.text)
  await page.goto(link)
  expect(await page.locator('body').innerText()).not.toContain(reference)
  await press(page, 'Termin öffnen')
  expect(new URL(page.url()).pathname).toBe('/termin/mein/ansicht')
  expect(await heading(page)).toContain(reference)
  await page.getByRole('link', { name: 'Termin absagen' }).click()
  await press(page, 'Ja, Termin absagen')
  expect(await page.locator('.answer').innerText()).toContain('Abgesagt')
  const cancelled = await mail.about(/^Ihr Termin ist abgesagt/)
  expect(cancelled.text).toContain(reference)
  expect(cancelled.parts.get('text/calendar')?.header).toContain('method=CANCEL')
})

test('a program that follows the links of mails changes nothing', async () => {
  const reference = await book(await withoutScripts(), { email: 'kim@example.org' })
  const got = await mail.about(reference)
  const link = linkIn(got.text)
  for (let n = 0; n < 3; n += 1) expect((await fetch(link)).status).toBe(200)
  const page = await withoutScripts()
  await page.goto(link)
  await press(page, 'Termin öffnen')
  expect(await heading(page)).toContain('Ihr Termin')
})

test('somebody without e-mail gets an SMS with the key', async () => {
  const reference = await book(await withoutScripts(), { phone: '0171 3920012' })
  await expect.poll(() => sms.received.length, { timeout: 30_000 }).toBe(1)
  const [got] = sms.received
  expect(got).toMatchObject({ authorization: 'Bearer geheim', to: '+491713920012' })
  const key = /Schlüssel: (\w+)/.exec(got?.text ?? '')?.[1] ?? ''
  const page = await withoutScripts()
  await page.goto(`${server.url}/termin/mein`)
  await page.getByLabel('Terminnummer').fill(reference)
  await page.getByLabel('Schlüssel').fill(key)
  await press(page, 'Termin ansehen')
  expect(await heading(page)).toContain(reference)
})

/** How the demo city wants addresses confirmed. */
async function setConfirm(confirm: 'none' | 'link' | 'code'): Promise<void> {
  const admin = await signInApi(server, 'admin')
  const { status } = await admin.put('/api/v1/appointment-notices', { confirm, reminderDays: 2 })
  expect(status).toBe(204)
}

describe('where the city wants the address confirmed', () => {
  afterAll(() => setConfirm('none'))

  test('without JavaScript, somebody books with the link of an e-mail', async () => {
    await setConfirm('link')
    const page = await withoutScripts()
    await fillIn(page, { email: 'kim@example.org' })
    expect(await heading(page)).toBe('Bitte sehen Sie in Ihre E-Mails')
    const asked = await mail.about(/\/termin\/b\//)
    const phone = await withoutScripts()
    await phone.goto(/https?:\/\/\S+\/termin\/b\/\w+/.exec(asked.text)?.[0] ?? '')
    await press(phone, 'Termin bestätigen')
    expect(await phone.locator('.answer').innerText()).toContain('Gebucht')
    await mail.about(/^Ihr Termin: /)
    // The browser that asked knows it too.
    await page.reload()
    expect(await heading(page)).toBe('Ihr Termin ist gebucht')
  })

  test('without JavaScript, somebody books with the code of an SMS, after a wrong one', async () => {
    await setConfirm('code')
    const page = await withoutScripts()
    await fillIn(page, { phone: '0171 3920012' })
    expect(await heading(page)).toBe('Bitte geben Sie den Code aus der SMS ein')
    await expect.poll(() => sms.received.length, { timeout: 30_000 }).toBe(1)
    const code = /\b\d{6}\b/.exec(sms.received[0]?.text ?? '')?.[0] ?? ''
    await page.getByLabel('Code').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
    await press(page, 'Termin bestätigen')
    expect(await page.getByRole('alert').innerText()).toContain('stimmt nicht')
    await page.getByLabel('Code').fill(code)
    await press(page, 'Termin bestätigen')
    expect(await heading(page)).toBe('Ihr Termin ist gebucht')
  })
})

test('without JavaScript, a family of three comes as two, and is told with a calendar file', async () => {
  const page = await withoutScripts()
  await page.goto(`${server.url}/termin/zeit?leistung=personalausweis.3`)
  await press(page, /^Frühester Termin/)
  await page.getByLabel('Name').fill('Kim Beispiel')
  await page.getByLabel('E-Mail-Adresse').fill('kim@example.org')
  await press(page, 'Weiter')
  await press(page, 'Termin verbindlich buchen')
  const got = await mail.about(/^Ihr Termin: /)
  await page.goto(linkIn(got.text))
  await press(page, 'Termin öffnen')
  await page.getByRole('link', { name: 'Wir sind weniger Personen' }).click()
  await press(page, 'Termin ändern')
  expect(await page.getByRole('alert').innerText()).toContain('wie viele Personen')
  await page.getByLabel(/^Für wie viele Personen/).selectOption('2')
  await press(page, 'Termin ändern')
  expect(await page.locator('.announcement').innerText()).toContain('weniger Personen')
  expect(await page.locator('.summary').innerText()).toContain('2 ×')
  const changed = await mail.about(/^Ihr Termin ist geändert/)
  expect(changed.parts.get('text/calendar')?.body).toContain('SEQUENCE:1')
})

/** A reminder's link for the newest appointment, as one that was sent: nobody waits here until two days before it. */
async function givenReminder(): Promise<string> {
  const link = randomBytes(13).toString('hex')
  const hash = createHash('sha256').update(link).digest()
  const client = new pg.Client(connectionTo(await findPlaces(server.dataDir, packagedPrograms())))
  await client.connect()
  await client.query(
    `insert into appointment_key (city_id, hash, appointment_id, purpose)
    select city_id, $1, id, 'reminder' from appointment where state = 'booked' order by booked_at desc limit 1`,
    [hash],
  )
  await client.end()
  return `${server.url}/termin/e/${link}`
}

test('without JavaScript, somebody says that they come, and then that they do not', async () => {
  const reference = await book(await withoutScripts(), { email: 'kim@example.org' })
  await mail.about(reference)
  const page = await withoutScripts()
  await page.goto(await givenReminder())
  expect(await heading(page)).toBe('Kommen Sie?')
  await press(page, 'Ich komme')
  expect(await page.locator('.announcement').innerText()).toContain('Wir erwarten Sie')
  await press(page, 'Ich brauche den Termin nicht mehr')
  expect(await heading(page)).toBe('Ihr Termin ist abgesagt')
  expect((await mail.about(/^Ihr Termin ist abgesagt/)).text).toContain(reference)
})

test.each([
  { lang: 'de', colorScheme: 'light', width: 1280 },
  { lang: 'en', colorScheme: 'dark', width: 320 },
  { lang: 'einfach', colorScheme: 'dark', width: 320 },
] as const)('the pages behind links are accessible and fit: $lang, $colorScheme, $width px', async (look) => {
  const reference = await book(await withoutScripts(), { email: 'kim@example.org' }, 'personalausweis.2')
  const got = await mail.about(reference)
  const { page, complaints } = await openPage(browser, {
    colorScheme: look.colorScheme,
    viewport: { width: look.width, height: 800 },
  })
  const check = async (name: string): Promise<void> => {
    await expectAccessible(page)
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect({ name, overflow }).toEqual({ name, overflow: 0 })
    if (!PICTURES) return
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: join(PICTURES, `${look.lang}-${look.width}-${name}.png`), fullPage: true })
  }
  await page.goto(`${linkIn(got.text)}?lang=${look.lang}`)
  await check('link')
  await page.locator('main form .kern-btn--primary').click()
  await page.locator('main a[href^="/termin/mein/personen"]').click()
  await check('weniger')
  await page.goto(`${linkIn(got.text)}?lang=${look.lang}`)
  await check('link-benutzt')
  await page.goto(`${await givenReminder()}?lang=${look.lang}`)
  await check('erinnerung')
  await page.locator('main form .kern-btn--primary').click()
  await check('erinnerung-ja')
  await page.locator('main form .kern-btn--secondary').click()
  await check('erinnerung-nein')
  await setConfirm('link')
  await page.goto(`${server.url}/termin/zeit?leistung=personalausweis&lang=${look.lang}`)
  await page.locator('main form .kern-btn--primary').first().click()
  await page.locator('#name').fill('Kim Beispiel')
  await page.locator('#email').fill('kim@example.org')
  await page.locator('main form .kern-btn--primary').first().click()
  await page.locator('main form .kern-btn--primary').first().click()
  await check('e-mail-ansehen')
  const asked = await mail.about(/\/termin\/b\//)
  await page.goto(/https?:\/\/\S+\/termin\/b\/\w+\S*/.exec(asked.text)?.[0] ?? '')
  await check('bestaetigen')
  await setConfirm('code')
  await page.goto(`${server.url}/termin/angaben?lang=${look.lang}`)
  await page.locator('#email').fill('')
  await page.locator('#phone').fill('0171 3920012')
  await page.locator('main form .kern-btn--primary').first().click()
  await page.locator('main form .kern-btn--primary').first().click()
  await page.locator('#code').fill('1')
  await page.locator('main form .kern-btn--primary').first().click()
  await check('code-falsch')
  await setConfirm('none')
  expect(complaints.filter((text) => !/status of 4(04|22)/.test(text))).toEqual([])
})
