import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type MailServer, type SmsServer, startMailServer, startSmsServer } from '../../../tests/kit/mail.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { connectMessages } from '../../messages/index.ts'
import { sendDue } from '../../messages/sendDue.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { Context, StaffContext } from '../../platform/context.ts'
import { as, book, EIGHT, givenOffice, MINUTE, proof, rowsOf, wishFor } from '../booking.testkit.ts'
import { cancelAppointment } from '../booking/cancelAppointment.ts'
import { confirmHold } from '../booking/confirmHold.ts'
import { holdAppointment } from '../booking/holdAppointment.ts'
import { moveAppointment } from '../booking/moveAppointment.ts'
import { readOwnBooked } from '../booking/readOwn.ts'
import { answerReminder, readReminded } from './answerReminder.ts'
import { noticeKinds } from './noticeKinds.ts'
import { saveNoticeSettings } from './noticeSettings.ts'
import { remind } from './remind.ts'

const database = useDatabase()
let mail: MailServer
let sms: SmsServer
let admin: StaffContext
let web: Context
let disconnect = (): void => undefined

const kinds = new Map(noticeKinds('https://termine.example').map((kind) => [kind.name, kind]))
const DAY = 1440 * MINUTE
/** Tuesday, 1 December, 8:00. */
const START = EIGHT + 7 * DAY

beforeAll(async () => {
  mail = await startMailServer()
  sms = await startSmsServer()
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  await database.pool.query('delete from message')
  await database.pool.query('delete from appointment_device')
  await database.pool.query('delete from appointment')
  const { cityId } = await givenCity(database.platform)
  admin = (await givenAccount(database.platform, cityId, 'admin')).ctx
  web = as(database.platform, cityId, 'citizen')
  await givenOffice(admin)
  disconnect = connectMessages(database.platform, {
    mail: { url: mail.url, from: 'termine@stadt.example', plain: false, inbox: null },
    sms: { url: sms.url, token: null },
  })
  mail.mails.length = 0
  sms.received.length = 0
})
afterEach(() => disconnect())
afterAll(async () => {
  await mail.stop()
  await sms.stop()
})

/** Reminds and sends, as the program does every few minutes. */
async function sweep(at: string | number): Promise<string[]> {
  database.platform.clock.set(new Date(at))
  mail.mails.length = 0
  await remind(database.platform)
  await sendDue(database.platform, kinds)
  return mail.mails.map((one) => one.header('subject'))
}
const link = (): string => /\/termin\/e\/(\w{26})/.exec(mail.mails.at(-1)?.text ?? '')?.[1] ?? ''
const row = async () => (await rowsOf(database.platform, web.cityId))[0]

describe('a reminder', () => {
  test('given two days before at a decent hour, is sent once', async () => {
    const booked = await book(web, START)
    expect(await sweep('2026-11-29T07:59:00Z')).toEqual(['Ihr Termin: Dienstag, 1. Dezember 2026, 8:00 Uhr'])
    expect(await sweep('2026-11-29T08:00:00Z')).toEqual([
      'Kommen Sie? Ihr Termin: Dienstag, 1. Dezember 2026, 8:00 Uhr',
    ])
    expect(mail.mails[0]?.text).toContain(booked.reference)
    expect(mail.mails[0]?.text).toContain('Das bringen Sie bitte mit')
    expect(await sweep('2026-11-29T08:05:00Z')).toEqual([])
    expect(await sweep('2026-11-30T09:00:00Z')).toEqual([])
  })

  test('given two processes at once, is sent once', async () => {
    await book(web, START)
    await sweep('2026-11-28T08:00:00Z')
    mail.mails.length = 0
    database.platform.clock.set('2026-11-29T08:00:00Z')
    await Promise.all([remind(database.platform), remind(database.platform)])
    await sendDue(database.platform, kinds)
    expect(mail.mails).toHaveLength(1)
  })

  test('given it is cancelled or moved between the note and the sending, says nothing wrong', async () => {
    const booked = await book(web, START)
    await sweep('2026-11-28T08:00:00Z')
    database.platform.clock.set('2026-11-29T08:00:00Z')
    await remind(database.platform)
    await moveAppointment(web, booked.reference, proof(booked), START + 3 * DAY)
    expect(await sweep('2026-11-29T08:01:00Z')).toEqual([
      'Ihr Termin ist verschoben: Freitag, 4. Dezember 2026, 8:00 Uhr',
    ])
    // The new time has a reminder of its own.
    expect(await sweep('2026-12-02T08:00:00Z')).toEqual([
      'Kommen Sie? Ihr Termin: Freitag, 4. Dezember 2026, 8:00 Uhr',
    ])
    await cancelAppointment(web, booked.reference, proof(booked))
    expect(await sweep('2026-12-03T08:00:00Z')).toEqual([
      'Ihr Termin ist abgesagt: Freitag, 4. Dezember 2026, 8:00 Uhr',
    ])
  })

  test('given somebody who booked the day before it, is not sent', async () => {
    database.platform.clock.set('2026-11-28T12:00:00Z')
    await book(web, START)
    await sweep('2026-11-28T12:00:00Z')
    expect(await sweep('2026-11-29T12:00:00Z')).toEqual([])
  })

  test('given a city that wants none, or another day, follows it', async () => {
    await book(web, START)
    await sweep('2026-11-24T08:00:00Z')
    await saveNoticeSettings(admin, { confirm: 'none', reminderDays: 0 })
    expect(await sweep('2026-11-29T08:00:00Z')).toEqual([])
    await saveNoticeSettings(admin, { confirm: 'none', reminderDays: 1 })
    expect(await sweep('2026-11-29T12:00:00Z')).toEqual([])
    expect(await sweep('2026-11-30T08:00:00Z')).toHaveLength(1)
  })

  test('given a mobile number only, comes by SMS', async () => {
    const held = await holdAppointment(web, wishFor(START))
    await confirmHold(web, held.id, proof(held), { name: 'Kim Beispiel', phone: '0171 3920012' })
    await sweep('2026-11-28T08:00:00Z')
    await sweep('2026-11-29T08:00:00Z')
    expect(sms.received[1]?.text).toMatch(
      /^Stadt Musterstadt: Bald ist Ihr Termin .* absagen: https:\S+\/termin\/e\/\w{26}$/,
    )
    expect(sms.received[1]?.text).toMatch(/^[\x20-\x7eäöüÄÖÜß]+$/)
  })
})

describe('the answer', () => {
  beforeEach(async () => {
    await book(web, START)
    await sweep('2026-11-28T08:00:00Z')
    await sweep('2026-11-29T08:00:00Z')
  })

  test('given "I come", is noted, and minds may change', async () => {
    expect(await answerReminder(web, link(), 'keep')).toBe('kept')
    expect((await readReminded(web, link()))?.kept).toBe(true)
    const reminder = link()
    expect(await answerReminder(web, reminder, 'release')).toBe('released')
    expect((await row())?.state).toBe('cancelled')
    await expect(answerReminder(web, reminder, 'keep')).rejects.toMatchObject({ code: 'over' })
    expect(await answerReminder(web, reminder, 'release')).toBe('released')
  })

  test('given "I do not need it", the time is free for others at once', async () => {
    await answerReminder(web, link(), 'release')
    await book(web, START)
  })

  test('given the link as a key, opens nothing', async () => {
    const { reference } = (await row())!
    const key = { secret: link(), address: '192.0.2.3' }
    await expect(readOwnBooked(web, reference!, key)).rejects.toMatchObject({ status: 404 })
  })

  test('given any other link, answers nothing', async () => {
    expect(await answerReminder(web, 'x'.repeat(26), 'release')).toBe(null)
    const key = /Schlüssel: ([\w ]+)/.exec(mail.mails.at(-1)?.text ?? '')?.[1] ?? ''
    expect(await answerReminder(web, key.replaceAll(' ', ''), 'release')).toBe(null)
  })
})
