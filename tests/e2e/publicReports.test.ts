import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { type MailServer, startMailServer } from '../kit/mail.ts'
import { startServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
let mail: MailServer
let number: string

/** A report that a clerk has released, of a category that the administration has opened. */
beforeAll(async () => {
  mail = await startMailServer()
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'rathaus@stadt.example', SMTP_PLAIN: '1' }
  ;[server, browser] = await Promise.all([startServer({ env }), launchBrowser()])
  const { page } = await openPage(browser)
  await signIn(page, server, 'admin')
  await page.goto(`${server.url}/console/verwaltung/meldungen/strasse`)
  await page.getByLabel(/Darf öffentlich gezeigt werden/).check()
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.waitForURL('**/verwaltung/meldungen')
  number = await report()
  await page.goto(`${server.url}/console/meldungen`)
  await page.getByRole('link', { name: new RegExp(number) }).click()
  await page.getByRole('button', { name: 'Öffentlich zeigen' }).click()
  await page.getByRole('button', { name: 'Nicht mehr zeigen' }).waitFor()
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await mail?.stop()
})

/** A folder for pictures of every page, for eyes. */
const PICTURES = process.env['PICTURES']
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).first().click()

async function withoutScripts(): Promise<Page> {
  return (await openPage(browser, { javaScriptEnabled: false })).page
}

async function report(): Promise<string> {
  const page = await withoutScripts()
  await page.goto(`${server.url}/melden/strasse`)
  await page.getByLabel('Was ist los?').fill('Vor der Bücherei ist eine Platte lose.')
  await page.getByLabel('Wo ist das?').fill('neben der Bank am Spielplatz')
  await page.getByLabel('Kann sich dort jemand verletzen?').selectOption('ja')
  await press(page, 'Weiter')
  await press(page, 'Meldung abschicken')
  return page.locator('.reference').first().innerText()
}

test('without JavaScript, somebody finds a report of others by a word, opens it, and finds its feed', async () => {
  const page = await withoutScripts()
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Ansehen, was andere gemeldet haben' }).click()
  await page.getByLabel('Suchwort').fill('Bücherei')
  await page.getByLabel('Stand').selectOption('offen')
  await press(page, 'Anzeigen')
  expect(page.url()).toContain('stand=offen')
  await page.getByRole('link', { name: new RegExp(number) }).click()
  expect(await page.locator('main').innerText()).toContain('neben der Bank am Spielplatz')
  const feed = await page.getByRole('link', { name: 'Diese Meldung als RSS-Feed' }).getAttribute('href')
  expect((await fetch(`${server.url}${feed}`)).headers.get('content-type')).toContain('application/rss+xml')
  await page.goto(`${server.url}/meldungen?q=gibtesnicht`)
  expect(await page.locator('main').innerText()).toContain('Dazu gibt es keine öffentliche Meldung.')
})

/** @returns the path of the mail's link */
async function askToFollow(page: Page, email: string): Promise<string> {
  await page.goto(`${server.url}/meldungen/${number}`)
  await page.getByLabel('Ihre E-Mail-Adresse').fill(email)
  await press(page, 'Per E-Mail folgen')
  const asked = await mail.about('Möchten Sie der Meldung')
  mail.mails.length = 0
  return /\/meldungen\/folgen\/[\w-]+/.exec(asked.text)?.[0] ?? ''
}

test('without JavaScript, somebody follows by e-mail, and stops; a wrong address is told at its field', async () => {
  const page = await withoutScripts()
  await page.goto(`${server.url}/meldungen/${number}`)
  await page.getByLabel('Ihre E-Mail-Adresse').fill('erik@')
  await press(page, 'Per E-Mail folgen')
  expect(await page.locator('.errors a').getAttribute('href')).toBe('#email')
  expect(await page.getByLabel('Ihre E-Mail-Adresse').inputValue()).toBe('erik@')
  const link = await askToFollow(page, 'erik@example.org')
  expect(await page.locator('.announcement').innerText()).toContain('Bitte sehen Sie in Ihr Postfach')
  await page.goto(`${server.url}${link}`)
  await press(page, 'Ja, der Meldung folgen')
  expect(await page.locator('.lead').innerText()).toContain('Sie folgen dieser Meldung.')
  await press(page, 'Nicht folgen und Adresse löschen')
  expect(await page.locator('.lead').innerText()).toContain('Ihre Adresse ist gelöscht.')
})

test('a browser reads the feed as XML, and as what the list shows', async () => {
  const { page } = await openPage(browser)
  await page.goto(`${server.url}/meldungen`)
  const titles = await page.evaluate<
    string[]
  >(`fetch('/meldungen.rss').then((answer) => answer.text()).then((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml')
    return [...feed.querySelectorAll('parsererror, item > guid')].map((one) => one.textContent)
  })`)
  expect(titles).toEqual([number])
})

test.for([
  { name: 'narrow', options: { viewport: { width: 320, height: 640 } } },
  { name: 'dark', options: { colorScheme: 'dark' } },
] satisfies { name: string; options: BrowserContextOptions }[])(
  'every public page of reports is accessible and nothing hangs over: $name',
  async ({ name, options }) => {
    const { page, complaints } = await openPage(browser, options)
    const link = await askToFollow(page, `${name}@example.org`)
    for (const lang of ['de', 'en', 'einfach']) {
      for (const [what, path] of [
        ['list', '/meldungen'],
        ['report', `/meldungen/${number}`],
        ['following', link],
      ] as const) {
        await page.goto(`${server.url}${path}?lang=${lang}`)
        await expectAccessible(page)
        expect(await overflowOf(page)).toBe(0)
        if (!PICTURES) continue
        mkdirSync(PICTURES, { recursive: true })
        await page.screenshot({ path: join(PICTURES, `public-${name}-${what}-${lang}.png`), fullPage: true })
      }
    }
    expect(complaints).toEqual([])
  },
)
