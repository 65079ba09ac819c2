import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type MailServer, type SmsServer, startMailServer, startSmsServer } from '../../../tests/kit/mail.ts'
import { CASE_PHONE } from '../../cases/cases.testkit.ts'
import { connectMessages } from '../../messages/connect.ts'
import { sendDue } from '../../messages/sendDue.ts'
import { newId } from '../../platform/ids.ts'
import { moveReport } from '../moveReport.ts'
import { openReport } from '../openReport.ts'
import { readReport } from '../readReport.ts'
import { aReport } from '../reports.testkit.ts'
import { givenMailDesk, type MailDesk } from './mail.testkit.ts'

const database = useDatabase()
let mail: MailServer
let sms: SmsServer
let disconnect = (): void => undefined
let house: MailDesk
let caseId: string
/** Our letter's id, and what it is called on its way. */
let letter: string
let messageId: string

beforeAll(async () => {
  ;[mail, sms] = await Promise.all([startMailServer(), startSmsServer()])
})
beforeEach(async () => {
  disconnect = connectMessages(database.platform, {
    mail: { url: mail.url, from: 'rathaus@stadt.example', plain: false, inbox: null },
    sms: { url: sms.url, token: 'geheim' },
  })
  house = await givenMailDesk(database.platform)
  const contact = { name: null, phone: CASE_PHONE, email: 'jana@example.org' }
  ;({ caseId } = await openReport(house.citizen, aReport({ contact })))
  await sendDue(database.platform, house.kinds)
  letter = (await letters())[0]!.id
  messageId = await house.signed({ of: 'message', id: letter })
  mail.mails.length = 0
  sms.received.length = 0
})
afterEach(() => disconnect())
afterAll(() => Promise.all([mail.stop(), sms.stop()]))

const letters = () =>
  database.platform.db.selectFrom('message').selectAll().where('case_id', '=', caseId).execute()
const state = async () => {
  const { state: is, failed_because: because } = (await letters()).find(({ id }) => id === letter)!
  return [is, because]
}
const events = async () => {
  const rows = await database.platform.db
    .selectFrom('event')
    .select('kind')
    .where('case_id', '=', caseId)
    .execute()
  return rows.map(({ kind }) => kind)
}
const reach = async () => (await readReport(house.desk.ctx, caseId)).reachedBy

/** What a mail server says of a letter (RFC 3464). */
function notice(status: string, quoted: string | null, head: Readonly<Record<string, string>> = {}) {
  const parts = [
    'Content-Type: text/plain\r\n\r\nIhre Nachricht kam nicht an.',
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; jana@example.org\r\nAction: failed\r\nStatus: ${status}`,
    ...(quoted ? [`Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${quoted}`] : []),
  ]
  const body = `${parts.map((part) => `--grenze\r\n${part}\r\n`).join('')}--grenze--\r\n`
  const type = 'multipart/report; report-type=delivery-status; boundary=grenze'
  return house.comes({ From: 'MAILER-DAEMON@mx.example.org', 'Content-Type': type, ...head }, body)
}

test('given a letter that came back for good, its address takes nothing any more, and the next way tells it', async () => {
  const row = await notice('5.1.1', messageId)
  expect(row).toMatchObject({ state: 'done', became: 'bounce', case_id: caseId })
  expect(row.words).toContain('Ihre Nachricht kam nicht an.')
  const files = database.platform.db.selectFrom('mail_file').select('id').where('mail_id', '=', row.id)
  expect(await files.execute()).toEqual([])
  expect(await state()).toEqual(['failed', 'bounced'])
  expect(await events()).toEqual(expect.arrayContaining(['message.failed', 'case.email-refused']))
  expect(await reach()).toBe('sms')
  await sendDue(database.platform, house.kinds)
  expect(sms.received).toHaveLength(1)
  await moveReport(house.desk.ctx, caseId, { state: 'in-work', text: 'Der Bauhof kommt.', plannedFor: null })
  await sendDue(database.platform, house.kinds)
  expect(sms.received).toHaveLength(2)
  expect(mail.mails).toEqual([])
})

test('given a mailbox that is full, or a server that tries on, nothing changes', async () => {
  for (const status of ['5.2.2', '4.4.7']) {
    expect(await notice(status, messageId)).toMatchObject({ became: 'bounce', case_id: caseId })
    expect(await state()).toEqual(['sent', null])
  }
  expect(await events()).not.toContain('message.failed')
  expect(await reach()).toBe('email')
})

test('given the second word about one letter, nothing is told twice', async () => {
  await notice('5.1.1', messageId)
  await notice('5.1.1', messageId)
  await sendDue(database.platform, house.kinds)
  expect(sms.received).toHaveLength(1)
  expect((await events()).filter((kind) => kind === 'message.failed')).toHaveLength(1)
})

test('given that it quotes nothing, the address that it was sent to says which letter', async () => {
  const own = messageId.slice(1, -1).split('@')[0]
  await notice('5.1.1', null, { To: `buergertelefon+${own}@stadt.example` })
  expect(await state()).toEqual(['failed', 'bounced'])
})

test('given ids of a case, of no letter, or of nobody, is kept and changes nothing', async () => {
  const ofCase = await house.signed({ of: 'case', id: caseId })
  const unknown = await house.signed({ of: 'message', id: newId() })
  for (const quoted of [ofCase, unknown, '<c3@example.org>', null])
    expect(await notice('5.1.1', quoted)).toMatchObject({ became: 'bounce', case_id: null })
  expect(await state()).toEqual(['sent', null])
})

test('given a bounce, its words are nobody’s answer, and it opens nothing', async () => {
  await notice('5.1.1', messageId, { 'In-Reply-To': messageId, From: 'jana@example.org' })
  const { updates } = await readReport(house.desk.ctx, caseId)
  expect(updates.filter((one) => one.byReporter)).toEqual([])
  const cases = await database.platform.db
    .selectFrom('case')
    .select('id')
    .where('city_id', '=', house.city.cityId)
    .execute()
  expect(cases).toHaveLength(1)
})
