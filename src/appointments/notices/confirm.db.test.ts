import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type MailServer, type SmsServer, startMailServer, startSmsServer } from '../../../tests/kit/mail.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { connectMessages } from '../../messages/index.ts'
import { sendDue } from '../../messages/sendDue.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { Context, StaffContext } from '../../platform/context.ts'
import { as, book, CONTACT, EIGHT, givenOffice, MINUTE, proof, rowsOf, wishFor } from '../booking.testkit.ts'
import { expireHolds } from '../booking/expireHolds.ts'
import { forgetContacts } from '../booking/forgetContacts.ts'
import { holdAppointment } from '../booking/holdAppointment.ts'
import { readOwn } from '../booking/readOwn.ts'
import { bookOrAsk } from './bookOrAsk.ts'
import { confirmByCode, confirmByLink } from './confirmByMessage.ts'
import { linkState } from './keys.ts'
import { noticeKinds } from './noticeKinds.ts'
import { readNoticeSettings, saveNoticeSettings } from './noticeSettings.ts'

const database = useDatabase()
let mail: MailServer
let sms: SmsServer
let admin: StaffContext
let web: Context
let disconnect = (): void => undefined

const kinds = new Map(noticeKinds('https://termine.example').map((kind) => [kind.name, kind]))
const MOBILE = { name: 'Kim Beispiel', email: undefined, phone: '0171 3920012' }

beforeAll(async () => {
  mail = await startMailServer()
  sms = await startSmsServer()
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  await database.pool.query('delete from message')
  mail.mails.length = 0
  sms.received.length = 0
  const { cityId } = await givenCity(database.platform)
  admin = (await givenAccount(database.platform, cityId, 'admin')).ctx
  web = as(database.platform, cityId, 'citizen')
  await givenOffice(admin)
  await saveNoticeSettings(admin, { confirm: 'link', reminderDays: 2 })
  disconnect = connectMessages(database.platform, {
    mail: { url: mail.url, from: 'termine@stadt.example', plain: false, inbox: null },
    sms: { url: sms.url, token: null },
  })
})
afterEach(() => disconnect())
afterAll(async () => {
  await mail.stop()
  await sms.stop()
})

const send = (): Promise<number> => sendDue(database.platform, kinds)
const row = async () => (await rowsOf(database.platform, web.cityId))[0]
const link = (): string => /\/termin\/b\/(\w{26})/.exec(mail.mails.at(-1)?.text ?? '')?.[1] ?? ''
const code = (): string => /\b(\d{6})\b/.exec(sms.received.at(-1)?.text ?? '')?.[1] ?? ''
const hold = () => holdAppointment(web, wishFor(EIGHT))

describe('confirming by link', () => {
  test('given the link of the mail, books, and only then tells number and key', async () => {
    const held = await hold()
    expect(await bookOrAsk(web, held.id, proof(held), CONTACT)).toMatchObject({ awaits: 'link' })
    expect(await row()).toMatchObject({ state: 'held', reference: null })
    await send()
    expect(mail.mails[0]?.header('subject')).toBe('Bitte bestätigen Sie Ihren Termin')
    expect(await linkState(web, link(), 'confirm')).toBe('open')
    const booked = await confirmByLink(web, link())
    expect(booked?.id).toBe(held.id)
    expect(await row()).toMatchObject({ state: 'booked', contact_email: CONTACT.email })
    const key = { secret: booked?.secret ?? '', address: '' }
    expect((await readOwn(web, held.id, key)).state).toBe('booked')
    const first = link()
    await send()
    expect(mail.mails[1]?.text).toContain((await row())?.reference)
    expect(await confirmByLink(web, first)).toBe(null)
  })

  test('given half an hour from when the mail left, the time is kept so long and no longer', async () => {
    const held = await hold()
    await bookOrAsk(web, held.id, proof(held), CONTACT)
    // Our mail was late, which is nobody's loss.
    database.platform.clock.advance(20 * MINUTE)
    await send()
    database.platform.clock.advance(29 * MINUTE)
    await expireHolds(database.platform)
    expect((await row())?.state).toBe('held')
    database.platform.clock.advance(1 * MINUTE)
    await expireHolds(database.platform)
    expect((await row())?.state).toBe('expired')
    await expect(confirmByLink(web, link())).rejects.toMatchObject({ status: 409, code: 'hold-expired' })
    // Who never confirmed is forgotten with the next sweep.
    await forgetContacts(database.platform)
    expect(await row()).toMatchObject({ contact_name: null, contact_email: null })
  })

  test('given three messages, sends no fourth', async () => {
    const held = await hold()
    for (let n = 0; n < 3; n += 1) await bookOrAsk(web, held.id, proof(held), CONTACT)
    await expect(bookOrAsk(web, held.id, proof(held), CONTACT)).rejects.toMatchObject({
      code: 'asked-too-often',
    })
    await send()
    expect(mail.mails).toHaveLength(3)
    expect(await confirmByLink(web, link())).toMatchObject({ id: held.id })
  })

  test('given a mistyped address that is corrected, tells only the right one', async () => {
    const held = await hold()
    await bookOrAsk(web, held.id, proof(held), { ...CONTACT, email: 'wrong@example.org' })
    await send()
    const wrong = link()
    await bookOrAsk(web, held.id, proof(held), { ...CONTACT, email: 'wrong-too@example.org' })
    await bookOrAsk(web, held.id, proof(held), CONTACT)
    await send()
    expect(mail.mails.map(({ to }) => to[0])).toEqual(['wrong@example.org', CONTACT.email])
    expect(await confirmByLink(web, wrong)).toBe(null)
    await confirmByLink(web, link())
    expect(await row()).toMatchObject({ state: 'booked', contact_email: CONTACT.email })
  })

  test('given a landline only, says at the field what is needed', async () => {
    const held = await hold()
    const contact = { name: 'Kim Beispiel', email: undefined, phone: '02306 1042030' }
    await expect(bookOrAsk(web, held.id, proof(held), contact)).rejects.toMatchObject({
      status: 422,
      fields: { 'contact.email': expect.stringContaining('Mobilnummer') },
    })
  })

  test('given no mail server and no gateway, books at once', async () => {
    disconnect()
    disconnect = connectMessages(database.platform, {})
    const held = await hold()
    expect(await bookOrAsk(web, held.id, proof(held), CONTACT)).toHaveProperty('reference')
  })

  test('given staff, who confirm by voice, books at once', async () => {
    const clerk = (await givenAccount(database.platform, web.cityId, 'clerk')).ctx
    expect(await book(clerk, EIGHT)).toHaveProperty('reference')
  })
})

describe('confirming by code', () => {
  beforeEach(() => saveNoticeSettings(admin, { confirm: 'code', reminderDays: 2 }))

  test('given the code of the SMS, books; the same again answers the same', async () => {
    const held = await hold()
    expect(await bookOrAsk(web, held.id, proof(held), MOBILE)).toMatchObject({ awaits: 'code' })
    await send()
    const typed = `${code().slice(0, 3)} ${code().slice(3)}`
    const booked = await confirmByCode(web, held.id, proof(held), typed)
    expect(await confirmByCode(web, held.id, proof(held), typed)).toEqual(booked)
    expect((await row())?.state).toBe('booked')
  })

  test('given a hundred guesses at once, five count, and then the right one is too late', async () => {
    const held = await hold()
    await bookOrAsk(web, held.id, proof(held), MOBILE)
    await send()
    const right = code()
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, () => confirmByCode(web, held.id, proof(held), wrong)),
    )
    expect(tries.every(({ status }) => status === 'rejected')).toBe(true)
    expect((await row())?.code_tries).toBe(5)
    await expect(confirmByCode(web, held.id, proof(held), right)).rejects.toMatchObject({
      code: 'wrong-code',
    })
    // A new one counts again, the old one does not.
    await bookOrAsk(web, held.id, proof(held), MOBILE)
    await send()
    expect(await confirmByCode(web, held.id, proof(held), code())).toHaveProperty('reference')
  })

  test('given the code without the hold’s secret, books nothing', async () => {
    const held = await hold()
    await bookOrAsk(web, held.id, proof(held), MOBILE)
    await send()
    const stranger = { secret: 'x'.repeat(26), address: '192.0.2.9' }
    await expect(confirmByCode(web, held.id, stranger, code())).rejects.toMatchObject({ status: 404 })
  })
})

describe('the settings', () => {
  test('given somebody who is no administrator, are refused', async () => {
    const lead = (await givenAccount(database.platform, web.cityId, 'lead')).ctx
    await expect(saveNoticeSettings(lead, { confirm: 'none', reminderDays: 0 })).rejects.toMatchObject({
      status: 403,
    })
    await expect(readNoticeSettings(lead)).rejects.toMatchObject({ status: 403 })
    expect(await readNoticeSettings(admin)).toEqual({ confirm: 'link', reminderDays: 2 })
  })
})
