import ICAL from 'ical.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type MailServer, type SmsServer, startMailServer, startSmsServer } from '../../../tests/kit/mail.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { connectMessages } from '../../messages/index.ts'
import { sendDue } from '../../messages/sendDue.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { Context, StaffContext } from '../../platform/context.ts'
import { as, book, CONTACT, EIGHT, givenOffice, MINUTE, proof, wishFor } from '../booking.testkit.ts'
import { cancelAppointment } from '../booking/cancelAppointment.ts'
import { confirmHold } from '../booking/confirmHold.ts'
import { forgetContacts } from '../booking/forgetContacts.ts'
import { holdAppointment } from '../booking/holdAppointment.ts'
import { moveAppointment } from '../booking/moveAppointment.ts'
import { readOwn, readOwnBooked } from '../booking/readOwn.ts'
import { settleClosures } from '../booking/settleDay.ts'
import { linkState, openLink } from './keys.ts'
import { noticeKinds } from './noticeKinds.ts'

const database = useDatabase()
let mail: MailServer
let sms: SmsServer
let admin: StaffContext
let web: Context
let disconnect = (): void => undefined

const kinds = new Map(noticeKinds('https://termine.example').map((kind) => [kind.name, kind]))
const PASSPORT = { services: [{ id: 'personalausweis', persons: 2 }] }

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
  await givenOffice(admin, { shifts: [{ people: 2 }] })
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
const states = async () => {
  const rows = await web.db
    .selectFrom('message')
    .select(['kind', 'state'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ kind, state }) => `${kind} ${state}`)
}
const linkIn = (text: string): string => /\/termin\/k\/(\w{26})/.exec(text)?.[1] ?? ''
const keyIn = (text: string): string =>
  /(?:Schlüssel|Key): ([\w ]+)/.exec(text)?.[1]?.replaceAll(/[^\w]/g, '') ?? ''
const calendarIn = (text: string) => {
  const file = ICAL.Component.fromString(text)
  const event = file.getFirstSubcomponent('vevent')
  return {
    method: file.getFirstPropertyValue('method'),
    uid: event?.getFirstPropertyValue('uid'),
    sequence: event?.getFirstPropertyValue('sequence'),
    status: event?.getFirstPropertyValue('status'),
    organizer: event?.getFirstPropertyValue('organizer'),
  }
}

describe('somebody who booked', () => {
  test('is told time, place, what to bring, the number, a link and a key, and not their own name', async () => {
    const booked = await book(web, EIGHT, PASSPORT)
    await send()
    const [got] = mail.mails
    expect(got?.header('subject')).toBe('Ihr Termin: Dienstag, 24. November 2026, 8:00 Uhr')
    const text = got?.text ?? ''
    expect(text).toContain('Wo: Bürgerbüro, Beispielstraße 1')
    expect(text).toContain('2 × Personalausweis')
    expect(text).toContain('- ')
    expect(text).toContain(`Terminnummer: ${booked.reference}`)
    // Whoever typed a name may have typed anything, for somebody else's mailbox.
    expect(got?.raw).not.toContain('Beispiel,')
    expect(text).not.toContain(CONTACT.name)
    const { id } = await readOwnBooked(web, booked.reference, { secret: keyIn(text), address: '' })
    expect(id).toBe(booked.id)
  })

  test('gets a calendar file that another program can read, from the sender of the mail', async () => {
    const booked = await book(web, EIGHT)
    await send()
    const part = mail.mails[0]?.parts.get('text/calendar')
    expect(part?.header).toContain('method=REQUEST')
    expect(calendarIn(part?.body ?? '')).toEqual({
      method: 'REQUEST',
      uid: booked.id,
      sequence: 0,
      status: 'CONFIRMED',
      organizer: 'mailto:termine@stadt.example',
    })
  })

  test('opens the appointment by the link, once', async () => {
    const booked = await book(web, EIGHT)
    await send()
    const link = linkIn(mail.mails[0]?.text ?? '')
    expect(await linkState(web, link)).toBe('open')
    const opened = await openLink(web, link)
    expect(opened?.id).toBe(booked.id)
    const key = { secret: opened?.secret ?? '', address: '' }
    expect((await readOwn(web, booked.id, key)).reference).toBe(booked.reference)
    expect(await linkState(web, link)).toBe('used')
    expect(await openLink(web, link)).toBe(null)
    // Half an hour later the browser's key is over.
    database.platform.clock.advance(36 * MINUTE)
    await expect(readOwn(web, booked.id, key)).rejects.toMatchObject({ status: 404 })
  })

  test('given the link of somebody else’s appointment, has no key to this one', async () => {
    const booked = await book(web, EIGHT)
    const other = await book(web, EIGHT + 15 * MINUTE)
    await send()
    const key = keyIn(mail.mails.find(({ text }) => text.includes(other.reference))?.text ?? '')
    const wrong = { secret: key, address: '192.0.2.7' }
    await expect(readOwnBooked(web, booked.reference, wrong)).rejects.toMatchObject({ status: 404 })
  })

  test.each([
    ['en', 'Your appointment is booked.', '?lang=en'],
    ['einfach', 'Sie haben einen Termin.', '?lang=einfach'],
  ] as const)('given the language %s, is told in it', async (lang, sentence, query) => {
    const held = await holdAppointment(web, wishFor(EIGHT))
    await confirmHold(web, held.id, proof(held), CONTACT, lang)
    await send()
    expect(mail.mails[0]?.text).toContain(sentence)
    expect(mail.mails[0]?.text).toContain(query)
  })

  test('given a mobile number only, is told by SMS', async () => {
    const held = await holdAppointment(web, wishFor(EIGHT))
    const { reference } = await confirmHold(web, held.id, proof(held), {
      name: 'Kim Beispiel',
      phone: '0171 3920012',
    })
    await send()
    const [got] = sms.received
    expect(got?.to).toBe('+491713920012')
    expect(got?.text).toContain(reference)
    // No sign that would make it a message of 70 signs.
    expect(got?.text).toMatch(/^[\x20-\x7eäöüÄÖÜß]+$/)
    expect((await openLink(web, linkIn(got?.text ?? '')))?.id).toBe(held.id)
  })

  test('given a landline only, nothing is written down', async () => {
    const held = await holdAppointment(web, wishFor(EIGHT))
    await confirmHold(web, held.id, proof(held), { name: 'Kim Beispiel', phone: '02306 1042030' })
    expect(await states()).toEqual([])
  })

  test('given the same confirmation twice, is told once', async () => {
    const held = await holdAppointment(web, wishFor(EIGHT))
    await confirmHold(web, held.id, proof(held), CONTACT)
    await confirmHold(web, held.id, proof(held), CONTACT)
    await send()
    expect(mail.mails).toHaveLength(1)
  })
})

describe('what became of it', () => {
  test('given a move, is told with a calendar file of the same appointment', async () => {
    const booked = await book(web, EIGHT)
    await send()
    await moveAppointment(web, booked.reference, proof(booked), EIGHT + 30 * MINUTE)
    await send()
    expect(mail.mails[1]?.text).toContain('8:30 Uhr')
    expect(calendarIn(mail.mails[1]?.parts.get('text/calendar')?.body ?? '')).toMatchObject({
      method: 'REQUEST',
      uid: booked.id,
      sequence: 1,
    })
  })

  test('given it is cancelled, is told with a cancellation for the calendar, and no key', async () => {
    const booked = await book(web, EIGHT)
    await send()
    await cancelAppointment(web, booked.reference, proof(booked))
    await send()
    const [, got] = mail.mails
    expect(got?.text).toContain('abgesagt')
    expect(linkIn(got?.text ?? '')).toBe('')
    const part = got?.parts.get('text/calendar')
    expect(part?.header).toContain('method=CANCEL')
    expect(calendarIn(part?.body ?? '')).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1 })
  })

  test('given changes before anything was sent, only the last one is told', async () => {
    const booked = await book(web, EIGHT)
    await moveAppointment(web, booked.reference, proof(booked), EIGHT + 30 * MINUTE)
    await cancelAppointment(web, booked.reference, proof(booked))
    await send()
    expect(mail.mails.map((one) => one.header('subject'))).toEqual([
      'Ihr Termin ist abgesagt: Dienstag, 24. November 2026, 8:30 Uhr',
    ])
    expect((await states()).toSorted()).toEqual([
      'appointment.booked dropped',
      'appointment.cancelled sent',
      'appointment.moved dropped',
    ])
  })

  test('given its day is closed, is told after ten minutes, unless that is taken back', async () => {
    const booked = await book(web, EIGHT)
    await send()
    const day = { city_id: web.cityId, date: '2026-11-24' }
    await web.db
      .insertInto('closure')
      .values({ ...day, reason: 'Sturm' })
      .execute()
    await settleClosures(database.platform)
    expect(await send()).toBe(0)
    database.platform.clock.advance(10 * MINUTE)
    await send()
    expect(mail.mails[1]?.header('subject')).toContain('kann nicht stattfinden')
    expect((await openLink(web, linkIn(mail.mails[1]?.text ?? '')))?.id).toBe(booked.id)
  })

  test('given a closure that was a mistake, nobody is worried', async () => {
    await book(web, EIGHT)
    await send()
    const day = { city_id: web.cityId, date: '2026-11-24' }
    await web.db
      .insertInto('closure')
      .values({ ...day, reason: 'Sturm' })
      .execute()
    await settleClosures(database.platform)
    await web.db.deleteFrom('closure').where('city_id', '=', web.cityId).execute()
    await settleClosures(database.platform)
    database.platform.clock.advance(10 * MINUTE)
    await send()
    expect(mail.mails).toHaveLength(1)
  })

  test('given who was told that it cannot take place has a place again, is told so, and otherwise once more', async () => {
    const booked = await book(web, EIGHT)
    await send()
    const closed = { city_id: web.cityId, date: '2026-11-24', reason: 'Sturm' }
    const close = async (): Promise<void> => {
      await web.db.insertInto('closure').values(closed).execute()
      await settleClosures(database.platform)
      database.platform.clock.advance(10 * MINUTE)
      await send()
    }
    await close()
    await web.db.deleteFrom('closure').where('city_id', '=', web.cityId).execute()
    await settleClosures(database.platform)
    await send()
    await close()
    expect(mail.mails.map((one) => one.header('subject')?.split(':')[0])).toEqual([
      'Ihr Termin',
      'Ihr Termin kann nicht stattfinden',
      'Ihr Termin bleibt doch bestehen',
      'Ihr Termin kann nicht stattfinden',
    ])
    expect(mail.mails[2]?.text).toContain(booked.reference)
    expect(mail.mails[2]?.text).toContain('bleibt doch bestehen')
  })

  test('given its owner is forgotten, its keys are too', async () => {
    await book(web, EIGHT)
    await send()
    database.platform.clock.set(new Date(EIGHT + 31 * 86_400_000))
    await forgetContacts(database.platform)
    const { rows } = await database.pool.query('select 1 from appointment_key where city_id = $1', [
      web.cityId,
    ])
    expect(rows).toEqual([])
  })
})
