import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { addClosure } from '../../city/index.ts'
import { book, EIGHT, givenOffice, MINUTE, OFFICE, proof, rowsOf, wishFor } from '../booking.testkit.ts'
import { cancelAppointment } from '../booking/cancelAppointment.ts'
import { holdAppointment } from '../booking/holdAppointment.ts'
import { moveAppointment } from '../booking/moveAppointment.ts'
import { settleClosures } from '../booking/settleDay.ts'
import { setShiftException } from '../settings/saveShift.ts'
import { acceptOffers } from './acceptOffers.ts'
import { closeDay } from './closeDay.ts'
import { kindsOf, useDayPeople } from './day.testkit.ts'
import { openDayAgain } from './openDayAgain.ts'
import { readOfficeDay } from './readOfficeDay.ts'
import { readToSettle } from './readToSettle.ts'
import { cancelByPhone, nearTimesOf } from './settleByPhone.ts'

const database = useDatabase()
const people = useDayPeople(database)

const TUESDAY = '2026-11-24'
const close = (accept = false) =>
  closeDay(people.lead.ctx, { office: OFFICE, date: TUESDAY, reason: 'Wasserschaden', accept })
const toSettle = async () => (await readToSettle(people.clerk.ctx, OFFICE)).items
const rows = () => rowsOf(database.platform, people.city.cityId)
const offersOf = async () =>
  (await toSettle()).flatMap(({ id, offer }) => (offer === null ? [] : [{ id, start: Date.parse(offer) }]))

describe('a closure with 120 bookings', () => {
  test(
    'given one action, all are moved in their rank, each once, and nobody is lost',
    { timeout: 120_000 },
    async () => {
      // 15 people from eight to ten are 120 appointments of 15 minutes; other days have as many, and some are taken.
      await givenOffice(people.admin, { office: { counters: 20 }, shifts: [{ people: 15 }] })
      const booked = []
      for (let n = 0; n < 120; n += 1)
        booked.push(await book(people.web, EIGHT + Math.floor(n / 15) * 15 * MINUTE))
      for (let n = 0; n < 30; n += 1) await book(people.web, EIGHT + 86_400_000 + (n % 8) * 15 * MINUTE)
      const begun = performance.now()
      const closed = await close(true)
      process.stdout.write(`closed and moved 120 in ${(performance.now() - begun).toFixed(0)} ms\n`)
      expect(closed).toEqual({ displaced: 120, moved: 120, left: 0 })
      const after = new Map((await rows()).map((row) => [row.id, row]))
      const moved = booked.map(({ id }) => after.get(id)!)
      expect(
        moved.every(
          ({ state, date, needs_attention: open }) => state === 'booked' && date !== TUESDAY && !open,
        ),
      ).toBe(true)
      // Who was to come first is moved to a day no later than who was to come after.
      const days = moved.map(({ date }) => date)
      expect(days).toEqual(days.toSorted())
      expect(days.filter((date) => date === '2026-11-25')).toHaveLength(90)
      expect(await kindsOf(database, booked[0]!.id)).toEqual([
        'appointment.held',
        'appointment.booked',
        'appointment.needs-attention',
        'appointment.moved',
        'appointment.re-offered',
      ])
      expect(await close(true)).toEqual({ displaced: 0, moved: 0, left: 0 })
    },
  )
})

describe('closing a day', () => {
  test('given a booking, it stands, is marked and told, and the day gives no more times', async () => {
    await givenOffice(people.admin)
    const { id, reference } = await book(people.web, EIGHT)
    const held = await holdAppointment(people.web, wishFor(EIGHT + 15 * MINUTE))
    expect(await close()).toEqual({ displaced: 1, moved: 0, left: 1 })
    expect(await toSettle()).toMatchObject([
      { id, reference, name: 'Kim Beispiel', email: 'kim@example.org', offer: '2026-11-25T07:00:00.000Z' },
    ])
    expect((await rows()).find((row) => row.id === held.id)).toMatchObject({ state: 'cancelled' })
    await expect(holdAppointment(people.web, wishFor(EIGHT))).rejects.toMatchObject({ code: 'not-free' })
    const day = await readOfficeDay(people.lead.ctx, { date: TUESDAY })
    expect(day).toMatchObject({ closedBecause: 'Wasserschaden', mayOpenAgain: true })
    // The hand on the minute leaves it as it is.
    await settleClosures(database.platform)
    expect(await toSettle()).toHaveLength(1)
  })

  test('given a closure taken back, whoever has not moved has the place again', async () => {
    await givenOffice(people.admin)
    const first = await book(people.web, EIGHT)
    const second = await book(people.web, EIGHT + 15 * MINUTE)
    await close()
    const [offer] = await offersOf()
    expect(offer?.id).toBe(first.id)
    await acceptOffers(people.clerk.ctx, [offer!])
    await openDayAgain(people.lead.ctx, { office: OFFICE, date: TUESDAY })
    expect(await toSettle()).toEqual([])
    const back = (await rows()).find(({ id }) => id === second.id)
    expect(back).toMatchObject({ date: TUESDAY, needs_attention: false })
    await holdAppointment(people.web, wishFor(EIGHT))
    await expect(openDayAgain(people.lead.ctx, { office: OFFICE, date: TUESDAY })).rejects.toMatchObject({
      message: 'Diese Schließung gibt es nicht.',
    })
  })

  test('given bookings at the same moment, each is marked or refused', async () => {
    await givenOffice(people.admin, { shifts: [{ people: 8 }] })
    const bookings = Array.from({ length: 8 }, (_, n) => book(people.web, EIGHT + n * 15 * MINUTE))
    const [closed, ...results] = await Promise.allSettled([close(), ...bookings])
    expect(closed.status).toBe('fulfilled')
    const booked = results.filter(({ status }) => status === 'fulfilled')
    expect(await toSettle()).toHaveLength(booked.length)
  })

  test('given two leads at once, it is closed once', async () => {
    await givenOffice(people.admin)
    await book(people.web, EIGHT)
    const both = await Promise.all([close(), close()])
    expect(both.map(({ displaced }) => displaced).toSorted()).toEqual([0, 1])
  })

  test('given a day that is over, no reason or a clerk, is refused', async () => {
    await givenOffice(people.admin)
    const input = { office: OFFICE, date: '2026-11-20', reason: 'x', accept: false }
    await expect(closeDay(people.lead.ctx, input)).rejects.toMatchObject({
      fields: { date: 'Dieser Tag ist vorbei.' },
    })
    await expect(closeDay(people.clerk.ctx, input)).rejects.toMatchObject({ status: 403 })
    await expect(closeDay(people.lead.ctx, { ...input, office: 'nirgends' })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('given the city closes, its offices’ appointments come to the same list', async () => {
    await givenOffice(people.admin)
    await book(people.web, EIGHT)
    await addClosure(people.admin, { date: TUESDAY, reason: 'Betriebsausflug' })
    await settleClosures(database.platform)
    expect(await offersOf()).toHaveLength(1)
    expect((await readOfficeDay(people.lead.ctx, { date: TUESDAY })).mayOpenAgain).toBe(false)
  })
})

describe('offers', () => {
  test('given a shift with less staff, who lost the place is offered the nearest time and keeps the old until it is sure', async () => {
    const [shift] = await givenOffice(people.admin, { shifts: [{ people: 2 }] })
    await book(people.web, EIGHT)
    const second = await book(people.web, EIGHT)
    await setShiftException(
      people.admin,
      { officeId: OFFICE, shiftId: shift!, date: TUESDAY },
      { people: 1, acceptConflicts: true },
    )
    const offers = await offersOf()
    expect(offers).toEqual([{ id: second.id, start: EIGHT + 15 * MINUTE }])
    // Somebody else takes that time before the clerk accepts it.
    await book(people.web, EIGHT + 15 * MINUTE)
    expect(await acceptOffers(people.clerk.ctx, offers)).toEqual({
      moved: 0,
      refused: [{ id: second.id, message: 'Diese Zeit ist nicht mehr frei. Bitte wählen Sie eine andere.' }],
    })
    expect((await rows()).find(({ id }) => id === second.id)).toMatchObject({
      state: 'booked',
      needs_attention: true,
    })
    const next = await offersOf()
    expect(next).toEqual([{ id: second.id, start: EIGHT + 30 * MINUTE }])
    const twice = [...next, ...next]
    expect(await acceptOffers(people.clerk.ctx, twice)).toEqual({ moved: 2, refused: [] })
    expect((await kindsOf(database, second.id)).filter((kind) => kind === 'appointment.moved')).toHaveLength(
      1,
    )
    expect(await toSettle()).toEqual([])
  })

  test('given two clerks who accept all at once, each appointment is moved once', async () => {
    await givenOffice(people.admin, { shifts: [{ people: 3 }] })
    for (let n = 0; n < 9; n += 1) await book(people.web, EIGHT + Math.floor(n / 3) * 15 * MINUTE)
    await close()
    const offers = await offersOf()
    expect(offers).toHaveLength(9)
    await Promise.all([acceptOffers(people.clerk.ctx, offers), acceptOffers(people.lead.ctx, offers)])
    expect(await toSettle()).toEqual([])
    for (const { id } of offers)
      expect((await kindsOf(database, id)).filter((kind) => kind === 'appointment.re-offered')).toHaveLength(
        1,
      )
  })

  test('given the citizen was faster, says that it is settled', async () => {
    await givenOffice(people.admin)
    const booked = await book(people.web, EIGHT)
    await close()
    const offers = await offersOf()
    await moveAppointment(people.web, booked.reference, proof(booked), EIGHT + 2 * 86_400_000)
    expect(await acceptOffers(people.clerk.ctx, offers)).toMatchObject({
      refused: [{ message: 'Dieser Termin ist inzwischen geklärt.' }],
    })
  })

  test('given a call, other times are there, and the appointment can be cancelled', async () => {
    await givenOffice(people.admin)
    const { id } = await book(people.web, EIGHT)
    await close()
    const { times } = await nearTimesOf(people.clerk.ctx, id)
    expect(times).toHaveLength(5)
    await cancelByPhone(people.clerk.ctx, id)
    expect(await toSettle()).toEqual([])
  })

  test('given nobody settled it before its time, it stays on the list and can still be moved or cancelled', async () => {
    await givenOffice(people.admin)
    const first = await book(people.web, EIGHT)
    const second = await book(people.web, EIGHT + 15 * MINUTE)
    await close()
    database.platform.clock.set('2026-11-26T09:00:00Z')
    await settleClosures(database.platform)
    const offers = await offersOf()
    expect(offers.map(({ id }) => id)).toEqual([first.id, second.id])
    expect(await acceptOffers(people.clerk.ctx, offers.slice(0, 1))).toEqual({ moved: 1, refused: [] })
    await cancelAppointment(people.web, second.reference, proof(second))
    expect(await toSettle()).toEqual([])
  })
})
