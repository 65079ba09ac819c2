import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../src/cases/contract.ts'
import type { ReportsView, ReportView } from '../../src/reports/contract.ts'
import type { MailsView } from '../../src/reports/mail/contract.ts'
import { type Api, signInApi } from '../kit/api.ts'
import { type MailHouse, startMailHouse } from '../kit/mailHouse.ts'
import { startServer, type TestServer } from '../kit/server.ts'

const INBOX = 'buergertelefon@stadt.example'
const JANA = 'jana@example.org'
const MALLORY = 'mallory@example.org'

let house: MailHouse
let server: TestServer
let desk: Api

const settings = () => ({
  SMTP_URL: house.smtpUrl,
  MAIL_FROM: INBOX,
  MAIL_INBOX: INBOX,
  IMAP_URL: house.imapUrl(INBOX),
})
beforeAll(async () => {
  house = await startMailHouse([INBOX, JANA, MALLORY])
  server = await startServer({ env: settings() })
  desk = await signInApi(server, 'buergertelefon')
})
afterAll(async () => {
  await server?.stop()
  await house?.stop()
})

let sent = 0
const write = (from: string, subject: string, text: string, head: readonly string[] = []) => {
  sent += 1
  const lines = [
    `From: ${from}`,
    `To: ${INBOX}`,
    `Message-ID: <test-${sent}@example.org>`,
    `Date: Mon, 23 Nov 2026 09:00:00 +0100`,
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    ...head,
  ]
  return house.deliver({ from, to: INBOX, raw: `${lines.join('\r\n')}\r\n\r\n${text}\r\n` })
}
const headOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(raw.replaceAll(/\r?\n[ \t]+/g, ' '))?.[1]?.trim() ?? ''
const open = async () => {
  const { items } = (await desk.get('/api/v1/reports')).body as ReportsView
  return items
}
const reportOf = async (id: string) => (await desk.get(`/api/v1/reports/${id}`)).body as ReportView
const waiting = async () => ((await desk.get('/api/v1/mails')).body as MailsView).mails
async function mailsTo(address: string, count: number): Promise<void> {
  await expect.poll(() => house.mailsOf(address), { timeout: 30_000 }).toHaveLength(count)
}

describe('a report by mail', () => {
  test('given a mail, becomes a report; its answer goes out, and what comes back is in the same case', async () => {
    await write(`Jana Beispiel <${JANA}>`, 'Laterne kaputt', 'Vor Hausnummer 5 ist es dunkel.')
    await expect.poll(async () => (await open()).length).toBe(1)
    const [listed] = await open()
    const id = listed!.id
    expect((await reportOf(id)).description).toBe('Laterne kaputt\n\nVor Hausnummer 5 ist es dunkel.')
    await mailsTo(JANA, 1)
    const [receipt = ''] = house.mailsOf(JANA)
    expect(headOf(receipt, 'In-Reply-To')).toBe('<test-1@example.org>')
    expect(headOf(receipt, 'Auto-Submitted')).toBe('auto-replied')
    expect(headOf(receipt, 'Return-Path')).toBe('<>')
    expect(headOf(receipt, 'Subject')).toContain(listed!.number)

    const ours = headOf(receipt, 'Message-ID')
    await write(JANA, `AW: ${headOf(receipt, 'Subject')}`, 'Es ist die dritte Laterne.', [
      `References: ${ours}`,
    ])
    await expect
      .poll(async () => (await reportOf(id)).updates.map(({ text }) => text))
      .toEqual(['Es ist die dritte Laterne.'])

    await desk.post(`/api/v1/reports/${id}/steps`, {
      state: 'done',
      text: 'Die Lampe brennt wieder.',
      plannedFor: null,
    })
    await mailsTo(JANA, 2)
    const answer = house.mailsOf(JANA).find((raw) => raw.includes('brennt wieder')) ?? ''
    expect(headOf(answer, 'In-Reply-To')).toBe('<test-2@example.org>')
    expect(headOf(answer, 'Reply-To')).toContain(INBOX)

    await write(JANA, 'Abwesend', 'Ich bin im Urlaub.', [
      `In-Reply-To: ${headOf(answer, 'Message-ID')}`,
      'Auto-Submitted: auto-replied',
    ])
    await write(JANA, 'Re: Antwort', 'Sie brennt nicht.', [`In-Reply-To: ${headOf(answer, 'Message-ID')}`])
    await expect.poll(async () => (await reportOf(id)).state).toBe('in-work')
    expect((await reportOf(id)).updates.map(({ text }) => text)).not.toContain('Ich bin im Urlaub.')
  })

  test('given a stranger who quotes our id, waits for a person and changes nothing', async () => {
    const [listed] = await open()
    const before = await reportOf(listed!.id)
    const [receipt = ''] = house.mailsOf(JANA)
    await write(MALLORY, 'Re', 'Bitte nicht mehr bearbeiten.', [
      `References: ${headOf(receipt, 'Message-ID')}`,
    ])
    await expect.poll(async () => (await waiting()).map((mail) => mail.waitsBecause)).toEqual(['stranger'])
    expect(await reportOf(listed!.id)).toMatchObject({ state: before.state, updates: before.updates })
    expect(house.mailsOf(MALLORY)).toEqual([])
    // Who is known is asked; nothing of what the stranger wrote is told.
    const asked = () => house.mailsOf(JANA).filter((mail) => mail.includes('Kam diese Antwort'))
    await expect.poll(() => asked().length, { timeout: 30_000 }).toBe(1)
    expect(asked()[0]).not.toContain('nicht mehr bearbeiten')
  })

  test('given an address that does not exist, its bounce is known and the case says so', async () => {
    await write('weg@example.org', 'Scherben', 'Auf dem Spielplatz liegen Scherben.')
    await expect.poll(async () => (await open()).length).toBe(2)
    const found = await Promise.all((await open()).map(({ id }) => reportOf(id)))
    const { id } = found.find(({ description }) => description.startsWith('Scherben'))!
    expect((await reportOf(id)).reachedBy).toBe('email')
    // The receipt has nobody to come back to; what people write has.
    const step = { state: 'in-work', text: 'Wir fegen morgen.', plannedFor: null }
    expect((await desk.post(`/api/v1/reports/${id}/steps`, step)).status).toBe(204)
    await expect.poll(async () => (await reportOf(id)).reachedBy, { timeout: 30_000 }).toBeNull()
    const { timeline } = (await desk.get(`/api/v1/cases/${id}`)).body as CaseView
    expect(timeline.map(({ text }) => text).join(' ')).toContain('kommen zurück')
    expect(await open()).toHaveLength(2)
  })
})
