import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../src/root.ts'
import { expectAccessible, launchBrowser, openPage } from '../kit/browser.ts'
import { signIn } from '../kit/console.ts'
import { startServer, type TestServer } from '../kit/server.ts'

const VOICE = join(root, 'deploy/asterisk/sounds/freizeichen/ton.wav')
const TEXT = 'Sie sind als Nächstes an der Reihe.'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('given a recording, the administrator hears the announcement, replaces and resets it; another format is refused at the field', async () => {
  const { page, complaints } = await openPage(browser)
  await signIn(page, server, 'admin', '/console/verwaltung/ansagen')
  await page.getByRole('heading', { level: 1, name: 'Ansagen' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: TEXT }).click()
  await page.getByText('Eingebaute Ansage', { exact: true }).waitFor()
  await expectAccessible(page)
  const heard = await page.request.get(new URL('/api/v1/prompts/de/als-naechstes/sound', page.url()).href)
  expect(heard.headers()['content-type']).toBe('audio/wav')
  const seconds = await page.evaluate<number>(`new Promise((resolve) => {
    const audio = document.querySelector('audio')
    audio.preload = 'auto'
    audio.onloadedmetadata = () => resolve(audio.duration)
    audio.load()
  })`)
  expect(seconds).toBeGreaterThan(1)

  const file = page.getByLabel('Eigene Aufnahme als Datei')
  const save = page.getByRole('button', { name: 'Aufnahme speichern' })
  await save.click()
  await page.locator('.error-summary').getByText('keine WAV-Datei').waitFor()
  await file.setInputFiles({ name: 'stimme.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3 x') })
  await save.click()
  await page.locator('.error-summary').getByText('keine WAV-Datei').waitFor()
  await expectAccessible(page)
  await file.setInputFiles(VOICE)
  await save.click()
  await page.getByText('Die Aufnahme ist gespeichert.').first().waitFor()
  const row = page.getByRole('row', { name: new RegExp(TEXT) })
  await row.getByText('eigene, 0,6 Sekunden').waitFor()

  await page.getByRole('link', { name: TEXT }).click()
  await page.getByRole('button', { name: /Zurücksetzen/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Zurücksetzen' }).click()
  await row.getByText('eingebaut').waitFor()
  // The two refusals on purpose are all that the browser may complain about.
  expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
})
