import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { findPlaces, packagedPrograms } from '../../src/platform/db/embedded/places.ts'
import { connectionTo } from '../../src/platform/db/embedded/server.ts'
import { type MailServer, startMailServer } from '../kit/mail.ts'
import { startServer, type TestServer } from '../kit/server.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'fz-messages-'))
chmodSync(dataDir, 0o755)
const cleanups: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup()
  rmSync(dataDir, { recursive: true, force: true })
})

const start = (mail: MailServer): Promise<TestServer> =>
  startServer({ dataDir, env: { SMTP_URL: mail.url, MAIL_FROM: 'termine@stadt.example' } })

async function post(server: TestServer, path: string, body: object): Promise<Record<string, never>> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Record<string, never>
}

/** Books a time in some days: of an appointment that begins in a minute nobody needs to hear any more. */
async function book(server: TestServer): Promise<void> {
  const services = [{ id: 'eid-pin', persons: 1 }]
  const inSomeDays = new Date(Date.now() + 4 * 86_400_000)
  inSomeDays.setUTCHours(3, 1, 0, 0)
  const { offers } = await post(server, '/holds', { services, start: inSomeDays.toISOString() })
  const [first] = offers as unknown as { start: string }[]
  expect(Date.parse(first?.start ?? '')).toBeGreaterThan(inSomeDays.getTime() - 2 * 86_400_000)
  const { id, secret } = await post(server, '/holds', { services, start: first?.start })
  const contact = { name: 'Kim Beispiel', email: 'kim@example.org' }
  expect(await post(server, `/holds/${id}/confirm`, { secret, contact })).toHaveProperty('reference')
}

async function ask<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client(connectionTo(await findPlaces(dataDir, packagedPrograms())))
  await client.connect()
  const { rows } = await client.query<T>(sql)
  await client.end()
  return rows
}

test('given kill -9 between the mail server having the mail and saying so, it comes once more under the same id, and no more', async () => {
  const mail = await startMailServer()
  cleanups.push(() => mail.stop())
  let server = await start(mail)
  cleanups.push(() => server.stop())
  // The worst moment there is.
  mail.beforeAccept = () => new Promise(() => undefined)
  await book(server)
  await mail.received(1)
  server.process.kill('SIGKILL')
  await new Promise((gone) => server.process.once('exit', gone))
  mail.beforeAccept = null
  server = await start(mail)
  // Until its lease is over the message belongs to the process that is gone.
  expect(await ask('select state from message')).toEqual([{ state: 'sending' }])
  await ask('update message set leased_until = now()')
  await mail.received(2)
  await expect.poll(() => ask('select state from message'), { timeout: 10_000 }).toEqual([{ state: 'sent' }])
  expect(new Set(mail.mails.map((one) => one.header('message-id'))).size).toBe(1)
  expect(mail.mails).toHaveLength(2)
  await server.stop()
})

test('given kill -9 while the mail server is away, nothing is lost and it comes once', async () => {
  const away = await startMailServer()
  const port = Number(new URL(away.url).port)
  await away.stop()
  let server = await start(away)
  cleanups.push(() => server.stop())
  await ask('delete from message')
  await book(server)
  await expect
    .poll(() => ask('select state, attempts from message'), { timeout: 20_000 })
    .toEqual([{ state: 'queued', attempts: 1 }])
  server.process.kill('SIGKILL')
  await new Promise((gone) => server.process.once('exit', gone))
  const mail = await startMailServer(port)
  cleanups.push(() => mail.stop())
  server = await start(mail)
  await ask('update message set next_try_at = now()')
  await mail.received(1)
  await expect.poll(() => ask('select state from message'), { timeout: 10_000 }).toEqual([{ state: 'sent' }])
  expect(mail.mails).toHaveLength(1)
})
