import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { type MailHouse, startMailHouse } from '../kit/mailHouse.ts'
import { startServer, type TestServer } from '../kit/server.ts'

const INBOX = 'buergertelefon@stadt.example'
let house: MailHouse
let server: TestServer
let browser: Browser

beforeAll(async () => {
  house = await startMailHouse([INBOX, 'jana@example.org'])
  const env = {
    SMTP_URL: house.smtpUrl,
    MAIL_FROM: INBOX,
    MAIL_INBOX: INBOX,
    IMAP_URL: house.imapUrl(INBOX),
  }
  ;[server, browser] = await Promise.all([startServer({ env }), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await house?.stop()
})

/** A folder for pictures, for eyes. */
const PICTURES = process.env['PICTURES']

const HTML = [
  'Subject: Beschwerde',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=grenze',
  '',
  '--grenze',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Am Spielplatz liegen <b>Scherben</b>.</p><script>document.title="böse"</script><img src="https://spion.example/x.gif">',
  '--grenze',
  'Content-Type: text/html; name="rechnung.html"',
  'Content-Disposition: attachment; filename="../rechnung.html"',
  '',
  '<script>alert(1)</script>',
  '--grenze--',
  '',
].join('\r\n')

test('given a mail without a clear sender, somebody makes a report of it; nothing of it runs or is fetched', async () => {
  const raw = `From: a@example.org, jana@example.org\r\nTo: ${INBOX}\r\n${HTML}`
  await house.deliver({ from: 'jana@example.org', to: INBOX, raw })
  const { page, complaints } = await openPage(browser, {})
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await signIn(page, server, 'buergertelefon', '/console/e-mails')
  await page.getByRole('heading', { name: 'Beschwerde' }).waitFor({ timeout: 60_000 })
  await page.getByText('Mehrere Absender').waitFor()
  await page.getByText('Am Spielplatz liegen Scherben.').waitFor()
  await expectAccessible(page)
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: join(PICTURES, 'mails.png'), fullPage: true })
    await page.setViewportSize({ width: 320, height: 700 })
    await page.screenshot({ path: join(PICTURES, 'mails-320.png'), fullPage: true })
    await page.setViewportSize({ width: 1366, height: 768 })
  }
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: /^rechnung.html speichern/ }).click()
  expect((await saving).suggestedFilename()).toBe('rechnung.html')

  await page.getByLabel('Kategorie').selectOption('Müll und Verschmutzung')
  await page.getByRole('button', { name: 'So entscheiden' }).click()
  await page.getByText('Keine E-Mail wartet.').waitFor()
  await page.goto(`${server.url}/console/meldungen`)
  await page.getByRole('link', { name: /^LU-/ }).first().click()
  await page.getByRole('heading', { name: 'E-Mails' }).waitFor()
  await page.getByText('Beschwerde', { exact: false }).first().waitFor()
  await expectAccessible(page)
  expect(await page.title()).not.toContain('böse')
  expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([])
  expect(complaints).toEqual([])
})

test('given the administrator, says where mails begin', async () => {
  const { page } = await openPage(browser, {})
  await signIn(page, server, 'admin', '/console/verwaltung/e-mail')
  await page.getByLabel('Kategorie').selectOption('Idee oder Lob')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Gespeichert.').first().waitFor({ state: 'attached' })
  await expectAccessible(page)
  const raw = `From: jana@example.org\r\nTo: ${INBOX}\r\nSubject: Lob\r\nMessage-ID: <2@example.org>\r\n\r\nDanke!\r\n`
  await house.deliver({ from: 'jana@example.org', to: INBOX, raw })
  await page.goto(`${server.url}/console/meldungen`)
  await expect
    .poll(async () => {
      await page.reload()
      await page.getByRole('heading', { name: 'Meldungen' }).waitFor()
      return page.getByText('Idee oder Lob').count()
    })
    .toBeGreaterThan(0)
})
