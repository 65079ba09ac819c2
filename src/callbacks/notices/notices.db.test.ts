import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type MailServer, type SmsServer, startMailServer, startSmsServer } from '../../../tests/kit/mail.ts'
import { readCase } from '../../cases/readCase.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { connectMessages } from '../../messages/connect.ts'
import { sendDue } from '../../messages/sendDue.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { inTransaction } from '../../platform/context.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { callBack } from '../attempts/callBack.ts'
import { recordOutcome } from '../attempts/recordOutcome.ts'
import { FakeSwitchboard, givenCallback } from '../callbacks.testkit.ts'
import type { OutcomeResult } from '../contract.ts'
import { updateCallback } from '../store.ts'
import { takeCallback } from '../worklist/take.ts'
import { openCallbackLink } from './keys.ts'
import { callbackKinds } from './noticeKinds.ts'
import { tellCallback } from './tellCallback.ts'

const database = useDatabase()
const kinds = new Map(callbackKinds('https://stadt.example').map((kind) => [kind.name, kind]))
const LANDLINE = '+4923061042030' as PhoneNumber
const MINUTE_MS = 60_000
let mail: MailServer
let sms: SmsServer
let city: GivenCity
let clerk: GivenAccount
let switchboard: FakeSwitchboard
let disconnect = (): void => undefined

beforeAll(async () => {
  mail = await startMailServer()
  sms = await startSmsServer()
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  switchboard = new FakeSwitchboard()
  disconnect = connectMessages(database.platform, {
    mail: { url: mail.url, from: 'rathaus@stadt.example', plain: false, inbox: null },
    sms: { url: sms.url, token: 'geheim' },
  })
  mail.mails.length = 0
  mail.refuse = null
  sms.received.length = 0
  sms.status = 200
  await database.pool.query('delete from message')
})
afterEach(() => disconnect())
afterAll(async () => {
  await mail.stop()
  await sms.stop()
})

const send = () => sendDue(database.platform, kinds)
const set = (time: string) => database.platform.clock.set(`2026-11-23T${time}Z`)
const given = (contact: { phone?: PhoneNumber; email?: string } = {}) =>
  givenCallback(database.platform, city, clerk.ctx, {
    ...(contact.phone ? { contactPhone: contact.phone } : {}),
    ...(contact.email ? { contactEmail: contact.email } : {}),
  })
const timeline = async (caseId: string): Promise<string[]> =>
  (await readCase(clerk.ctx, caseId)).timeline.map(({ text }) => text)
const texts = (): string[] => sms.received.map(({ text }) => text)
const linkIn = (text: string): string => /\/anliegen\/k\/(\w+)/.exec(text)?.[1] ?? ''

/** One attempt that nobody answers. */
async function miss(id: string): Promise<OutcomeResult> {
  await takeCallback(clerk.ctx, id)
  await callBack(clerk.ctx, switchboard, id)
  return recordOutcome(clerk.ctx, switchboard, id, {
    outcome: 'not-reached',
    notReached: 'no-answer',
    note: '',
  })
}

describe('a promise', () => {
  test('given a mobile number, an SMS names window, number of the case and the number that calls', async () => {
    const { caseId, caseNumber } = await given()
    await send()
    const [text = ''] = texts()
    expect(text).toContain('Wir rufen Sie an am Montag, 23. November, zwischen 14 und 15 Uhr')
    expect(text).toContain(caseNumber)
    expect(text).toMatch(/https:\/\/stadt\.example\/anliegen\/k\/\w{26}/)
    expect(text.length).toBeLessThan(306)
    expect(await timeline(caseId)).toContain('SMS gesendet: Rückruf zugesagt.')
  })

  test('given an e-mail address, it goes there, with all of it in words', async () => {
    const { caseNumber } = await given({ phone: LANDLINE, email: 'jana@example.org' })
    await send()
    const got = await mail.about(caseNumber)
    expect(got.header('subject')).toContain('Wir rufen Sie an: am Montag, 23. November')
    expect(got.text).toContain('Diese Nummer ruft an: ')
    expect(got.text).toContain('letzten vier Ziffern')
    expect(got.text).not.toContain('Führungszeugnis')
  })

  test('given a landline without e-mail, the timeline says that nobody is told', async () => {
    const { caseId } = await given({ phone: LANDLINE })
    await send()
    expect(texts()).toEqual([])
    expect(await timeline(caseId)).toContain(
      'Keine Nachricht (Rückruf zugesagt): Festnetz oder keine Nummer, und keine E-Mail-Adresse.',
    )
  })

  test('given it is told twice, one message goes out', async () => {
    const { id } = await given()
    await inTransaction(clerk.ctx, (tx) => tellCallback(tx, clerk.ctx, 'made', id))
    await send()
    await send()
    expect(texts()).toHaveLength(1)
  })

  test('given the citizen was reached before it was sent, nothing is sent', async () => {
    const { id, caseId } = await given()
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'settled', note: '' })
    await send()
    expect(texts()).toEqual([])
    expect(await timeline(caseId)).toContain('SMS nicht gesendet, weil nicht mehr aktuell: Rückruf zugesagt.')
  })

  test('given a link, it opens the callback once', async () => {
    const { id } = await given()
    await send()
    const link = linkIn(texts()[0] ?? '')
    expect(await openCallbackLink(clerk.ctx, link)).toMatchObject({ id })
    expect(await openCallbackLink(clerk.ctx, link)).toBeNull()
    expect(await openCallbackLink(clerk.ctx, 'x'.repeat(26))).toBeNull()
  })
})

describe('a message that is refused for good', () => {
  const refused = { code: 550, message: 'no such user' }

  test('given another way, it is told by that one, once', async () => {
    mail.refuse = () => refused
    const { caseId, caseNumber } = await given({ email: 'jana@example.org' })
    await send()
    await send()
    expect(texts()).toHaveLength(1)
    expect(texts()[0]).toContain(caseNumber)
    const said = await timeline(caseId)
    expect(said).toContain(
      'E-Mail nicht zugestellt: Rückruf zugesagt. Die Adresse wird abgelehnt, bitte prüfen.',
    )
    expect(said).toContain('SMS gesendet: Rückruf zugesagt.')
  })

  test('given both ways refused, the case says that nobody was told, and nothing goes round in circles', async () => {
    mail.refuse = () => refused
    sms.status = 422
    const { caseId } = await given({ email: 'jana@example.org' })
    await send()
    await send()
    expect(await timeline(caseId)).toContain(
      'Keine Nachricht (Rückruf zugesagt): Es gibt keinen anderen Weg.',
    )
    const { rows } = await database.pool.query(
      'select channel, state from message order by created_at, channel',
    )
    expect(rows).toEqual([
      { channel: 'email', state: 'failed' },
      { channel: 'sms', state: 'failed' },
    ])
  })

  test('given an answer that nobody got, the case asks for a letter', async () => {
    mail.refuse = () => refused
    const { id, caseId } = await given({ phone: LANDLINE, email: 'jana@example.org' })
    for (const time of ['13:05:00', '13:20:00', '13:40:00']) {
      set(time)
      await miss(id)
    }
    await send()
    expect(await timeline(caseId)).toContain(
      'Keine Nachricht (nicht erreicht, wie es weitergeht): Es gibt keinen anderen Weg. Bitte prüfen, ob ein Brief nötig ist.',
    )
  })
})

describe('an attempt in vain', () => {
  test('given each, a message without personal data offers another time', async () => {
    const { id, caseNumber } = await given()
    await send()
    set('13:05:00')
    expect(await miss(id)).toMatchObject({ state: 'waiting', toldText: 'Die Person bekommt eine SMS.' })
    await send()
    const text = texts().at(-1) ?? ''
    expect(text).toContain('Wir haben Sie nicht erreicht. Wir rufen wieder an am Dienstag, 24. November')
    expect(text).not.toContain(caseNumber)
    expect(text).not.toContain('39200')
    expect(linkIn(text)).toHaveLength(26)
  })

  test('given the last, the case is closed with an answer that says what was tried and how to ask again', async () => {
    const { id, caseId, caseNumber } = await given()
    for (const time of ['13:05:00', '13:20:00', '13:40:00']) {
      set(time)
      const result = await miss(id)
      expect(result.state).toBe(time === '13:40:00' ? 'done' : 'waiting')
    }
    await send()
    expect(texts().at(-1)).toContain(`Ihr Anliegen ${caseNumber} ist abgeschlossen. Brauchen Sie uns noch?`)
    expect(await timeline(caseId)).toContain('SMS gesendet: nicht erreicht, wie es weitergeht.')
    const row = await database.platform.db
      .selectFrom('callback')
      .select(['outcome', 'answer'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(row).toEqual({ outcome: 'not-reached', answer: 'sms' })
  })

  test('given a landline, the clerk is told that a letter may be needed, and that is kept', async () => {
    const { id, caseId } = await given({ phone: LANDLINE })
    for (const time of ['13:05:00', '13:20:00']) {
      set(time)
      await miss(id)
    }
    set('13:40:00')
    expect(await miss(id)).toMatchObject({
      state: 'done',
      toldText:
        'Die Person bekommt keine Nachricht: weder Handynummer noch E-Mail-Adresse ist bekannt. Bitte prüfen, ob ein Brief nötig ist.',
    })
    expect((await timeline(caseId)).join()).toContain('Bitte prüfen, ob ein Brief nötig ist.')
  })

  test('given no answer, the database refuses to end as not reached', async () => {
    const { id } = await given()
    const end = inTransaction(clerk.ctx, async (tx) => {
      await updateCallback(tx, city.cityId, id, {
        state: 'done',
        outcome: 'not-reached',
        done_at: new Date(),
        promise: 'broken',
        cause: 'nobody-took-it',
        decided_at: new Date(),
      })
    })
    await expect(end).rejects.toThrow('callback_not_reached_has_answer')
  })
})

describe('a promise that will not be kept', () => {
  test('given it is told before its window ends, says so and that we call today still', async () => {
    const { id } = await given()
    await send()
    set('13:50:00')
    await inTransaction(clerk.ctx, (tx) => tellCallback(tx, clerk.ctx, 'late', id))
    await send()
    expect(texts().at(-1)).toContain(
      'Wir schaffen den Anruf am Montag, 23. November, zwischen 14 und 15 Uhr nicht. Das tut uns leid.',
    )
    expect(texts().at(-1)).toMatch(/heute noch an|stattdessen an|so bald wie möglich/)
  })
})

describe('faults', () => {
  test('given a gateway that is down for an hour, the message is sent once when it is back', async () => {
    const { id, caseId } = await given()
    sms.status = 503
    const begun = database.platform.clock.now().getTime()
    for (let minute = 0; minute < 60; minute += 1) {
      database.platform.clock.set(new Date(begun + minute * MINUTE_MS))
      await send()
    }
    const refused = sms.received.length
    expect(refused).toBeGreaterThan(2)
    expect(new Set(sms.received.map(({ reference }) => reference)).size).toBe(1)
    sms.status = 200
    for (let minute = 60; minute < 130; minute += 1) {
      database.platform.clock.set(new Date(begun + minute * MINUTE_MS))
      await send()
    }
    expect(sms.received.length).toBe(refused + 1)
    expect(await timeline(caseId)).toContain('SMS gesendet: Rückruf zugesagt.')
    // The link of every try is good: the gateway may have sent one although it said no.
    const links = texts().map(linkIn)
    expect(await openCallbackLink(clerk.ctx, links[0] ?? '')).toMatchObject({ id })
    expect(await openCallbackLink(clerk.ctx, links.at(-1) ?? '')).toMatchObject({ id })
  })

  test('given an address that bounces, the clerk reads it in the timeline and it is not tried again', async () => {
    mail.refuse = () => ({ code: 550, message: 'no such user' })
    const { caseId } = await given({ email: 'niemand@example.org' })
    await send()
    await send()
    expect(await timeline(caseId)).toContain(
      'E-Mail nicht zugestellt: Rückruf zugesagt. Die Adresse wird abgelehnt, bitte prüfen.',
    )
  })

  test('given two clerks who end the last attempt at once, one does and one message goes out', async () => {
    const { id } = await given()
    for (const time of ['13:05:00', '13:20:00']) {
      set(time)
      await miss(id)
    }
    set('13:40:00')
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    const end = () =>
      recordOutcome(clerk.ctx, switchboard, id, { outcome: 'not-reached', notReached: 'busy', note: '' })
    const ended = await Promise.allSettled([end(), end()])
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    sms.received.length = 0
    await Promise.all([send(), send()])
    expect(texts().filter((text) => text.includes('abgeschlossen'))).toHaveLength(1)
  })
})
