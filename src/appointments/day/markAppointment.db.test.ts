import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { newId } from '../../platform/ids.ts'
import { book, EIGHT, givenOffice, MINUTE, OFFICE, proof, rowsOf, wishFor } from '../booking.testkit.ts'
import { cancelAppointment } from '../booking/cancelAppointment.ts'
import { holdAppointment } from '../booking/holdAppointment.ts'
import { kindsOf, useDayPeople } from './day.testkit.ts'
import type { DayState, DayVerb } from './dayRule.ts'
import { markAppointment } from './markAppointment.ts'
import { readOfficeDay } from './readOfficeDay.ts'

const database = useDatabase()
const people = useDayPeople(database)

const mark = (id: string, verb: DayVerb, seen: DayState, counter: string | null = null) =>
  markAppointment(people.clerk.ctx, id, { verb, seen, counter })
const rowOf = async (id: string) =>
  (await rowsOf(database.platform, people.city.cityId)).find((row) => row.id === id)
const listed = async () => (await readOfficeDay(people.clerk.ctx, { date: '2026-11-24' })).items
/** Somebody booked for eight, and it is eight. */
async function givenEight(shifts: { people: number }[] = [{ people: 1 }]) {
  await givenOffice(people.admin, { shifts })
  const booked = await book(people.web, EIGHT)
  database.platform.clock.set(new Date(EIGHT))
  return booked
}

describe('the way through a day', () => {
  test('given a person who comes, is called and served, the list and the events say so', async () => {
    const { id, reference } = await givenEight()
    await mark(id, 'arrive', 'booked')
    await mark(id, 'call', 'arrived', '3')
    expect(await listed()).toMatchObject([
      { id, reference, name: 'Kim Beispiel', minutes: 15, state: 'called', counter: '3' },
    ])
    await mark(id, 'serve', 'called')
    expect(await listed()).toMatchObject([{ state: 'served', counter: '3' }])
    expect((await kindsOf(database, id)).slice(2)).toEqual([
      'appointment.arrived',
      'appointment.called',
      'appointment.served',
    ])
  })

  test('given each click twice, at once and one after the other, it counts once', async () => {
    const { id } = await givenEight()
    await Promise.all([mark(id, 'arrive', 'booked'), mark(id, 'arrive', 'booked')])
    await Promise.all([mark(id, 'call', 'arrived', '3'), mark(id, 'call', 'arrived', '3')])
    await mark(id, 'serve', 'called')
    await mark(id, 'serve', 'called')
    expect((await kindsOf(database, id)).slice(2)).toHaveLength(3)
  })

  test('given steps back, the person is where it was', async () => {
    const { id } = await givenEight()
    await mark(id, 'arrive', 'booked')
    await mark(id, 'call', 'arrived', 'Zimmer 12')
    await mark(id, 'serve', 'called')
    await mark(id, 'undo', 'served')
    expect(await rowOf(id)).toMatchObject({ state: 'called', counter: 'Zimmer 12', ended_at: null })
    await mark(id, 'undo', 'called')
    await mark(id, 'undo', 'arrived')
    expect(await rowOf(id)).toMatchObject({ state: 'booked', counter: null, arrived_at: null })
  })

  test('given somebody called who is not there, waits again and is called elsewhere', async () => {
    const { id } = await givenEight()
    await mark(id, 'call', 'booked', '3')
    await mark(id, 'wait', 'called')
    expect(await rowOf(id)).toMatchObject({ state: 'arrived', counter: null })
    await mark(id, 'call', 'arrived', '4')
    expect(await listed()).toMatchObject([{ state: 'called', counter: '4' }])
  })
})

describe('two at the same time', () => {
  test('given ten counters that call the same person, one has it and the others are told', async () => {
    const { id } = await givenEight()
    const calls = Array.from({ length: 10 }, (_, n) => mark(id, 'call', 'booked', `${n + 1}`))
    const results = await Promise.allSettled(calls)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const told = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
    const { counter } = (await rowOf(id))!
    expect(new Set(told)).toEqual(
      new Set([
        `Error: Jemand anderes war schneller: Der Termin ist jetzt aufgerufen an Schalter ${counter}.`,
      ]),
    )
  })

  test('given one counter, it has one person at a time, however its name is written', async () => {
    const first = await givenEight([{ people: 2 }])
    database.platform.clock.set('2026-11-23T08:00:00Z')
    const second = await book(people.web, EIGHT)
    database.platform.clock.set(new Date(EIGHT))
    await mark(first.id, 'call', 'booked', 'Zimmer A')
    await expect(mark(second.id, 'call', 'booked', 'zimmer a')).rejects.toMatchObject({
      status: 409,
      code: 'counter-occupied',
      message: `An Schalter zimmer a ist gerade ${first.reference}. Bitte zuerst diesen beenden oder zurücknehmen.`,
    })
    await mark(first.id, 'serve', 'called')
    await mark(second.id, 'call', 'booked', 'zimmer a')
    await expect(mark(first.id, 'undo', 'served')).rejects.toMatchObject({ code: 'counter-occupied' })
  })

  test('given a cancellation that was faster, says so', async () => {
    const booked = await givenEight()
    database.platform.clock.set('2026-11-24T06:30:00Z')
    await cancelAppointment(people.web, booked.reference, proof(booked))
    await expect(mark(booked.id, 'arrive', 'booked')).rejects.toMatchObject({
      message: 'Jemand anderes war schneller: Der Termin ist jetzt abgesagt.',
    })
  })
})

describe('who does not come', () => {
  test('given ten minutes have not passed, nobody is missing yet', async () => {
    const { id } = await givenEight()
    await expect(mark(id, 'miss', 'booked')).rejects.toMatchObject({
      code: 'too-early',
      message: '„Nicht erschienen“ geht erst 10 Minuten nach Beginn, ab 08:10 Uhr.',
    })
  })

  test('given a missing person, the scanner is free; who comes after all has the place back', async () => {
    await givenOffice(people.admin, { shifts: [{ people: 1 }] })
    const passport = { services: [{ id: 'personalausweis', persons: 1 }] }
    const { id } = await book(people.web, EIGHT, passport)
    database.platform.clock.set(new Date(EIGHT + 10 * MINUTE))
    await mark(id, 'miss', 'booked')
    expect(await unitsOf(id)).toBe(0)
    await mark(id, 'undo', 'no-show')
    expect(await rowOf(id)).toMatchObject({ state: 'booked', needs_attention: false, ended_at: null })
    expect((await rowOf(id))?.lane).toMatch(/#1$/)
    expect(await unitsOf(id)).toBe(1)
  })

  test('given the rest of the time was taken by somebody else, who comes after all is beside the plan', async () => {
    await givenOffice(people.admin, { shifts: [{ people: 1 }] })
    const passport = { services: [{ id: 'personalausweis', persons: 1 }] }
    const { id } = await book(people.web, EIGHT, passport)
    database.platform.clock.set(new Date(EIGHT + 10 * MINUTE))
    await mark(id, 'miss', 'booked')
    await holdAppointment(people.web, wishFor(EIGHT + 15 * MINUTE))
    await mark(id, 'undo', 'no-show')
    expect(await rowOf(id)).toMatchObject({ state: 'booked', lane: `+${id}`, needs_attention: false })
    await mark(id, 'arrive', 'booked')
    await mark(id, 'serve', 'arrived')
  })

  const unitsOf = async (id: string): Promise<number> => {
    const { db } = database.platform
    const rows = await db
      .selectFrom('appointment_device')
      .where('appointment_id', '=', id)
      .selectAll()
      .execute()
    return rows.length
  }
})

describe('what is refused', () => {
  test('given a day to come, nobody has arrived yet', async () => {
    await givenOffice(people.admin)
    const { id } = await book(people.web, EIGHT)
    await expect(mark(id, 'arrive', 'booked')).rejects.toMatchObject({
      message: 'Dieser Termin ist erst am 24.11.2026.',
    })
  })

  test('given a call without a counter, says so at the field', async () => {
    const { id } = await givenEight()
    await expect(mark(id, 'call', 'booked')).rejects.toMatchObject({
      status: 422,
      fields: { counter: 'Bitte den Schalter angeben, zum Beispiel 3.' },
    })
  })

  test('given a hold, an unknown id, another city and other roles, nothing can be said', async () => {
    await givenOffice(people.admin)
    const held = await holdAppointment(people.web, wishFor(EIGHT))
    await expect(mark(held.id, 'arrive', 'booked')).rejects.toMatchObject({ status: 404 })
    await expect(mark(newId(), 'arrive', 'booked')).rejects.toMatchObject({ status: 404 })
    for (const role of ['agent', 'report', 'admin'] as const) {
      const { ctx } = await givenAccount(database.platform, people.city.cityId, role)
      await expect(markAppointment(ctx, held.id, { verb: 'arrive', seen: 'booked' })).rejects.toMatchObject({
        status: 403,
      })
      await expect(readOfficeDay(ctx, {})).rejects.toMatchObject({ status: 403 })
    }
  })
})

describe('the list', () => {
  test('given a look, the audit trail has it once in a quarter of an hour, for each day', async () => {
    await givenOffice(people.admin)
    await readOfficeDay(people.clerk.ctx, {})
    await readOfficeDay(people.clerk.ctx, {})
    await readOfficeDay(people.clerk.ctx, { date: '2026-11-24' })
    await readOfficeDay(people.lead.ctx, {})
    database.platform.clock.advance(16 * MINUTE)
    await readOfficeDay(people.clerk.ctx, {})
    const looks = await database.platform.db
      .selectFrom('audit')
      .select(['action', 'subject_id'])
      .where('city_id', '=', people.city.cityId)
      .where('subject_kind', '=', 'office-day')
      .orderBy('seq')
      .execute()
    expect(looks.map(({ subject_id: day }) => day)).toEqual(
      ['2026-11-23', '2026-11-24', '2026-11-23', '2026-11-23'].map((date) => `${OFFICE} ${date}`),
    )
  })

  test('given no office, says so', async () => {
    await expect(readOfficeDay(people.clerk.ctx, {})).rejects.toMatchObject({
      status: 404,
      message: 'Ein Büro mit Terminen gibt es nicht.',
    })
  })

  test('given a closed day, says why', async () => {
    await givenOffice(people.admin)
    const day = await readOfficeDay(people.clerk.ctx, { date: '2026-12-25' })
    expect(day).toMatchObject({ closedBecause: '1. Weihnachtstag', items: [], today: '2026-11-23' })
  })
})
