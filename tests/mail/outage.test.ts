import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportsView } from '../../src/reports/contract.ts'
import { type Api, signInApi } from '../kit/api.ts'
import { type MailHouse, startMailHouse } from '../kit/mailHouse.ts'
import { startServer, type TestServer } from '../kit/server.ts'
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const INBOX = 'buergertelefon@stadt.example'
const TALKER = 'abwesend@example.org'
let house: MailHouse
let server: TestServer
let desk: Api
const dataDir = mkdtempSync(join(tmpdir(), 'fz-outage-'))
chmodSync(dataDir, 0o755)

const start = async () => {
  const env = {
    SMTP_URL: house.smtpUrl,
    MAIL_FROM: INBOX,
    MAIL_INBOX: INBOX,
    IMAP_URL: house.imapUrl(INBOX),
    LOG_LEVEL: 'silent',
  }
  server = await startServer({ env, dataDir })
  desk = await signInApi(server, 'buergertelefon')
}
beforeAll(async () => {
  house = await startMailHouse([INBOX, TALKER, 'jana@example.org'])
  await start()
})
afterAll(async () => {
  await server?.stop()
  await house?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const write = (from: string, subject: string, n: number) =>
  house.deliver({
    from,
    to: INBOX,
    raw: `From: ${from}\r\nTo: ${INBOX}\r\nMessage-ID: <${subject}-${n}@example.org>\r\nSubject: ${subject} ${n}\r\n\r\nNummer ${n}.\r\n`,
  })
/** What open reports say. */
async function open(): Promise<string[]> {
  const words: string[] = []
  let after = ''
  do {
    const query = after ? `?after=${encodeURIComponent(after)}` : ''
    const { items, next } = (await desk.get(`/api/v1/reports${query}`)).body as ReportsView
    words.push(...items.map(({ excerpt }) => excerpt))
    after = next ?? ''
  } while (after)
  return words
}
const twice = (words: readonly string[]): string[] =>
  words.filter((one, at) => one.includes('Nummer') && words.indexOf(one) !== at)

describe('mail', () => {
  test('given a program that dies again and again while it comes in, becomes one report each', async () => {
    const before = (await open()).length
    const sending = (async () => {
      for (let n = 0; n < 80; n += 1) await write('jana@example.org', 'Scherben', n)
    })()
    for (let death = 0; death < 3; death += 1) {
      await new Promise((done) => setTimeout(done, 300 + death * 400))
      server.process.kill('SIGKILL')
      await start()
    }
    await sending
    await expect
      .poll(async () => (await open()).length, { timeout: 90_000 })
      .toBeGreaterThanOrEqual(before + 80)
    expect(twice(await open())).toEqual([])
    // What is taken in twice would come now.
    server.process.kill('SIGKILL')
    await start()
    await write('jana@example.org', 'danach', 1)
    await expect
      .poll(async () => (await open()).length, { timeout: 60_000 })
      .toBeGreaterThanOrEqual(before + 81)
    const after = await open()
    expect([twice(after), after.length]).toEqual([[], before + 81])
  })

  test('given a mailbox that disappears and returns, is read on', async () => {
    const before = (await open()).length
    await house.stopImap()
    await house.startImap()
    await write('jana@example.org', 'nach dem Ausfall', 1)
    await expect.poll(async () => (await open()).length, { timeout: 60_000 }).toBe(before + 1)
  })

  test('given a machine that answers everything and does not say so, hears from us ten times at most', async () => {
    const before = (await open()).length
    for (let n = 0; n < 14; n += 1) await write(TALKER, 'Danke für Ihre Nachricht', n)
    await expect.poll(async () => (await open()).length, { timeout: 60_000 }).toBe(before + 14)
    await expect.poll(() => house.mailsOf(TALKER).length, { timeout: 60_000 }).toBe(10)
  })
})
