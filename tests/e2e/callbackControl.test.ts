import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { type MailServer, type SmsServer, startMailServer, startSmsServer } from '../kit/mail.ts'
import { startServer, type TestServer } from '../kit/server.ts'
import type { Database } from '../../src/platform/db/connect.ts'
import { openTables } from '../sip/kit/rows.ts'

let mail: MailServer
let sms: SmsServer
let server: TestServer
let browser: Browser
let tables: Database

beforeAll(async () => {
  ;[mail, sms] = await Promise.all([startMailServer(), startSmsServer()])
  const env = {
    SMTP_URL: mail.url,
    MAIL_FROM: 'rathaus@stadt.example',
    SMS_URL: sms.url,
    SMS_TOKEN: 'geheim',
  }
  ;[server, browser] = await Promise.all([startServer({ env }), launchBrowser()])
  tables = await openTables(server)
})
afterAll(async () => {
  await tables?.close()
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
const SOON = { timeout: 30_000 }

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const answer = (page: Page): Promise<string> => page.locator('.answer').innerText()
const linkIn = (text: string): string => /https?:\/\/\S+\/anliegen\/k\/\w+/.exec(text)?.[0] ?? ''
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

async function withoutScripts(options: BrowserContextOptions = {}): Promise<Page> {
  return (await openPage(browser, { javaScriptEnabled: false, ...options })).page
}

let given = 50
/** From the numbers that the Bundesnetzagentur keeps free; each test takes its own. */
function aNumber(): string {
  given += 1
  return `0171 39200 ${given}`
}

/** Somebody is promised a call. @returns the number of the case */
async function promised(phone: string, email = ''): Promise<string> {
  const page = await withoutScripts()
  await page.goto(`${server.url}/rueckruf`)
  await page.getByRole('link', { name: 'Etwas anderes' }).click()
  await page.getByLabel('Ihre Frage').fill('Eine Frage zum Fundbüro')
  await press(page, 'Weiter')
  await page.getByLabel('Telefonnummer').fill(phone)
  await page.getByLabel(/^E-Mail/).fill(email)
  await press(page, 'Weiter')
  await press(page, /zwischen/)
  await press(page, 'Rückruf vereinbaren')
  const number = await page.locator('.reference').innerText()
  await page.context().close()
  return number
}

/** As if an agent had written it down: on the web nobody shows whose number it is, so there only a message's link opens it. */
async function promisedByPhone(phone: string): Promise<string> {
  const number = await promised(phone)
  await tables.db.updateTable('case').set({ channel: 'phone' }).where('number', '=', number).execute()
  return number
}

async function openByNumber(page: Page, number: string, phone: string): Promise<void> {
  await page.goto(`${server.url}/anliegen`)
  await page.getByLabel('Nummer Ihres Anliegens').fill(number)
  await page.getByLabel('Letzte vier Ziffern').fill(phone.replaceAll(' ', '').slice(-4))
  await press(page, 'Nachsehen')
}

async function lastSms(containing: string): Promise<string> {
  const find = () => sms.received.map(({ text }) => text).find((text) => text.includes(containing))
  await expect.poll(find, SOON).toBeTruthy()
  return find() ?? ''
}

describe('without JavaScript', () => {
  test('given the link of an SMS, somebody chooses another time, and a new message says it', async () => {
    const number = await promised(aNumber())
    const link = linkIn(await lastSms(number))
    const page = await withoutScripts()
    await page.goto(link)
    expect(await page.locator('body').innerText()).not.toContain(number)
    await press(page, 'Rückruf öffnen')
    expect(new URL(page.url()).pathname).toBe('/anliegen/rueckruf')
    const before = await answer(page)
    await page.getByRole('link', { name: 'Andere Zeit wählen' }).click()
    const chosen = await page
      .getByRole('button', { name: /zwischen/ })
      .nth(2)
      .innerText()
    await press(page, chosen)
    expect(await page.locator('.announcement').innerText()).toBe(
      'Die neue Zeit gilt. Die alte gilt nicht mehr.',
    )
    expect(await answer(page)).toContain(chosen)
    expect(await answer(page)).not.toBe(before)
    expect(await lastSms('Geändert: Wir rufen Sie an')).toContain(number)
    await page.goto(link)
    expect(await page.locator('.lead').innerText()).toContain('Dieser Link geht nicht mehr')
  })

  test('given number and digits, somebody gives another number, and both numbers are told', async () => {
    const phone = aNumber()
    const number = await promisedByPhone(phone)
    await lastSms(number)
    const page = await withoutScripts()
    await openByNumber(page, number, phone)
    await page.getByRole('link', { name: 'Andere Telefonnummer' }).click()
    await page.getByLabel('Neue Telefonnummer').fill('0900 1234567')
    await press(page, 'Weiter')
    expect(await page.getByRole('alert').innerText()).toContain('kostenpflichtige Sondernummer')
    expect(await page.getByLabel('Neue Telefonnummer').inputValue()).toBe('0900 1234567')
    const other = aNumber()
    await page.getByLabel('Neue Telefonnummer').fill(other)
    await press(page, 'Weiter')
    expect((await answer(page)).replaceAll(/\D/g, '')).toBe(other.replaceAll(' ', ''))
    sms.received.length = 0
    await press(page, 'Ja, diese Nummer anrufen')
    expect(await page.locator('.announcement').innerText()).toContain('unter der neuen Nummer')
    await expect.poll(() => sms.received.length, SOON).toBe(2)
    const told = sms.received.map(({ to }) => `0${to.slice(3)}`).toSorted()
    expect(told).toEqual([phone, other].map((one) => one.replaceAll(' ', '')).toSorted())
    // The second factor is the new number now.
    const again = await withoutScripts()
    await openByNumber(again, number, other)
    expect(await heading(again)).toContain(number)
  })

  test('given it has settled, the case is closed, and a mail says so', async () => {
    // A mobile number is told by SMS first: on the web nobody showed whose number it is.
    const phone = '02306 123456'
    const number = await promised(phone, 'kim@example.org')
    const page = await withoutScripts()
    await page.goto(linkIn((await mail.about(/^Wir rufen Sie an/)).text))
    await press(page, 'Rückruf öffnen')
    await page.getByRole('link', { name: 'Ich brauche keinen Rückruf mehr' }).click()
    await press(page, 'Es hat sich erledigt')
    expect(await answer(page)).toContain('Ihr Anliegen ist erledigt.')
    expect(await page.getByRole('link', { name: 'Andere Zeit wählen' }).count()).toBe(0)
    expect((await mail.about(/^Ihr Rückruf ist abgesagt/)).text).toContain(number)
  })

  test('given wrong digits or no key, nothing can be changed', async () => {
    const phone = aNumber()
    const number = await promisedByPhone(phone)
    const page = await withoutScripts()
    await openByNumber(page, number, '0000')
    expect(await page.getByRole('link', { name: 'Andere Zeit wählen' }).count()).toBe(0)
    const answerTo = await page.goto(`${server.url}/anliegen/rueckruf/zeit`)
    expect(answerTo?.status()).toBe(404)
    expect(await page.locator('.lead').innerText()).toContain('Zu Ihrer Sicherheit')
  })

  test('given the end of a look, this browser forgets it', async () => {
    const phone = aNumber()
    const number = await promisedByPhone(phone)
    const page = await withoutScripts()
    await openByNumber(page, number, phone)
    await press(page, 'Fertig, auf diesem Gerät schließen')
    expect((await page.goto(`${server.url}/anliegen/rueckruf`))?.status()).toBe(404)
  })
})

describe('every page, wide, narrow and dark', () => {
  const LOOKS = [
    ['wide', { viewport: { width: 1280, height: 900 } }],
    ['narrow', { viewport: { width: 320, height: 640 } }],
    ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
  ] as const

  for (const [look, options] of LOOKS)
    test(`given ${look}, nothing is cut off and axe finds nothing, in any language`, async () => {
      const phone = aNumber()
      const number = await promised(phone)
      const link = linkIn(await lastSms(number))
      // Messages name the address that the program listens on; a cookie belongs to one name.
      const { origin } = new URL(link)
      const { page, complaints } = await openPage(browser, options)
      const seen = async (name: string): Promise<void> => {
        expect(await overflowOf(page), `${name} ${look}`).toBeLessThanOrEqual(0)
        await expectAccessible(page)
        if (!PICTURES) return
        mkdirSync(PICTURES, { recursive: true })
        await page.screenshot({ path: join(PICTURES, `${name}-${look}.png`), fullPage: true })
      }
      await page.goto(link)
      await seen('1-link')
      await press(page, 'Rückruf öffnen')
      await page.waitForURL(/\/anliegen\/rueckruf$/)
      for (const lang of ['de', 'en', 'einfach'] as const) {
        await page.goto(`${origin}/anliegen/rueckruf?lang=${lang}`)
        expect(await page.locator('main .actions a').count()).toBe(3)
        await seen(`2-own-${lang}`)
        await page.goto(`${origin}/anliegen/rueckruf/zeit?lang=${lang}`)
        expect(await page.locator('.offers button').count()).toBeGreaterThan(3)
        await seen(`3-time-${lang}`)
        await page.goto(`${origin}/anliegen/rueckruf/nummer?lang=${lang}`)
        await page.locator('#number').fill('0137 123')
        await page.locator('form button[type=submit]').first().click()
        await page.locator('.errors').waitFor()
        await seen(`4-number-${lang}`)
        await page.locator('#number').fill('0171 39200 99')
        await page.locator('form button[type=submit]').first().click()
        await page.locator('button[name=antwort]').waitFor()
        await seen(`5-check-${lang}`)
        await page.goto(`${origin}/anliegen/rueckruf/absagen?lang=${lang}`)
        expect(await page.locator('button[name=grund]').count()).toBe(2)
        await seen(`6-withdraw-${lang}`)
      }
      await page.goto(link)
      await seen('7-over')
      expect(complaints.filter((text) => !/status of 4/.test(text))).toEqual([])
    })
})
