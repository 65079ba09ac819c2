import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { addClosure } from '../../city/index.ts'
import { type Context, inTransaction, type StaffContext } from '../../platform/context.ts'
import { startLive } from '../../platform/live/live.ts'
import { newId } from '../../platform/ids.ts'
import { Problem } from '../../platform/problems.ts'
import { HOLD_MS } from '../appointment.ts'
import { as, book, CONTACT, EIGHT, givenOffice, MINUTE, proof, rowsOf, wishFor } from '../booking.testkit.ts'
import { cancelAppointment } from './cancelAppointment.ts'
import { confirmHold } from './confirmHold.ts'
import { expireHolds } from './expireHolds.ts'
import { startHoldClock } from '../jobs.ts'
import { extendHold } from './extendHold.ts'
import { holdAppointment } from './holdAppointment.ts'
import { readAvailability } from '../offers/readAvailability.ts'
import { releaseHold } from './releaseHold.ts'

const database = useDatabase()
let city: GivenCity
let admin: StaffContext
let web: Context

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
  web = as(database.platform, city.cityId, 'citizen')
})

const states = async () => (await rowsOf(database.platform, city.cityId)).map((row) => row.state)
const kinds = async () => {
  const { db } = database.platform
  const rows = await db
    .selectFrom('event')
    .select('kind')
    .where('city_id', '=', city.cityId)
    .where('kind', 'like', 'appointment.%')
    .orderBy('seq')
    .execute()
  return rows.map((row) => row.kind)
}
const offersIn = async (work: Promise<unknown>): Promise<string[]> => {
  const refusal = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(refusal instanceof Problem)) throw refusal ?? new Error('not refused')
  const offers = refusal.extensions['offers'] as { start: string }[]
  return offers.map(({ start }) => start)
}
const inBerlin = (at: string): string =>
  new Date(at).toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' })

describe('holding', () => {
  test('given a free time, holds it for ten minutes with a secret that is stored as a hash only', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    expect(held).toMatchObject({ start: EIGHT, end: EIGHT + 15 * MINUTE })
    expect(held.expiresAt).toEqual(new Date('2026-11-23T08:10:00Z'))
    expect(held.secret).toMatch(/^[0-9a-z]{26}$/)
    const [row] = await rowsOf(database.platform, city.cityId)
    expect(row).toMatchObject({ state: 'held', channel: 'web', date: '2026-11-24', created_by: null })
    expect(JSON.stringify(row)).not.toContain(held.secret)
    const events = await database.platform.db
      .selectFrom('event')
      .select('data')
      .where('subject_id', '=', held.id)
      .execute()
    expect(JSON.stringify(events)).not.toContain(held.secret)
  })

  test('given a time that is taken, is refused and offered the five nearest, the same day first', async () => {
    await givenOffice(admin)
    await book(web, EIGHT + 60 * MINUTE)
    const offers = await offersIn(holdAppointment(web, wishFor(EIGHT + 60 * MINUTE)))
    expect(offers.map(inBerlin)).toEqual(['08:15', '08:30', '08:45', '09:15', '09:30'])
    expect(await states()).toEqual(['booked'])
  })

  test('given two people and two wishes for one time, both are held and a third is not', async () => {
    await givenOffice(admin, { shifts: [{ people: 2 }] })
    await holdAppointment(web, wishFor(EIGHT))
    await holdAppointment(web, wishFor(EIGHT))
    await expect(holdAppointment(web, wishFor(EIGHT))).rejects.toMatchObject({
      status: 409,
      code: 'not-free',
    })
  })

  test('given one scanner and many people, two documents at once cannot be had', async () => {
    await givenOffice(admin, { shifts: [{ people: 5 }] })
    const wish = wishFor(EIGHT, { services: [{ id: 'personalausweis', persons: 1 }] })
    await holdAppointment(web, wish)
    await expect(holdAppointment(web, { ...wish, start: EIGHT + 15 * MINUTE })).rejects.toMatchObject({
      code: 'not-free',
    })
    await holdAppointment(web, { ...wish, start: EIGHT + 30 * MINUTE })
  })

  test('given a wish that fits only when another changes the lane, the other changes it', async () => {
    // Who can do all is taken by somebody who could be served by the learner, once the learner's other guest is gone.
    await givenOffice(admin, { shifts: [{ people: 1 }, { label: 'Einarbeitung', skills: ['eid-pin'] }] })
    const early = await book(web, EIGHT)
    const late = await book(web, EIGHT)
    const lanes = async () =>
      new Map((await rowsOf(database.platform, city.cityId)).map((row) => [row.id, row.lane]))
    const before = await lanes()
    const [all] = [early, late].filter(({ id }) => before.get(id) !== before.get(early.id))
    const learner = all === late ? early : late
    await cancelAppointment(web, learner.reference, proof(learner))
    const wish = wishFor(EIGHT, { services: [{ id: 'ausweis-abholen', persons: 1 }] })
    const held = await holdAppointment(web, wish)
    expect((await lanes()).get(held.id)).not.toBe((await lanes()).get(all!.id))
  })

  test.each([
    ['the past', '2026-11-23T07:45:00Z'],
    ['a time beside the grid', '2026-11-24T07:05:00Z'],
    ['a day too far ahead', '2027-03-15T09:00:00Z'],
  ])('given %s, is refused as not offered', async (_, at) => {
    await givenOffice(admin)
    await expect(holdAppointment(web, wishFor(Date.parse(at)))).rejects.toMatchObject({
      status: 409,
      code: 'not-offered',
    })
  })

  test('given a closure, a time of that day is refused', async () => {
    await givenOffice(admin)
    await addClosure(admin, { date: '2026-11-24', reason: 'Betriebsausflug' })
    await expect(holdAppointment(web, wishFor(EIGHT))).rejects.toMatchObject({ code: 'not-free' })
  })

  test('given a service that cannot be booked, says so at the field', async () => {
    await givenOffice(admin)
    const wish = wishFor(EIGHT, { services: [{ id: 'kirchenaustritt', persons: 1 }] })
    await expect(holdAppointment(web, wish)).rejects.toMatchObject({
      status: 422,
      fields: { services: 'Für diese Leistung können keine Termine gebucht werden.' },
    })
  })

  test('given the same browser, its second hold gives the first back', async () => {
    await givenOffice(admin)
    const holder = 'a-browser-with-a-key'
    await holdAppointment(web, wishFor(EIGHT, { holder }))
    database.platform.clock.advance(MINUTE)
    await holdAppointment(web, wishFor(EIGHT + 15 * MINUTE, { holder }))
    expect(await states()).toEqual(['cancelled', 'held'])
    database.platform.clock.advance(MINUTE)
    // The same time once more: its own hold is not in its way.
    await holdAppointment(web, wishFor(EIGHT + 15 * MINUTE, { holder }))
    expect(await states()).toEqual(['cancelled', 'cancelled', 'held'])
  })

  test('given the same browser and a wish that is refused, its first hold stands', async () => {
    await givenOffice(admin)
    const holder = 'a-browser-with-a-key'
    await holdAppointment(web, wishFor(EIGHT, { holder }))
    await book(web, EIGHT + 15 * MINUTE)
    await expect(holdAppointment(web, wishFor(EIGHT + 15 * MINUTE, { holder }))).rejects.toMatchObject({
      status: 409,
    })
    expect((await states()).toSorted()).toEqual(['booked', 'held'])
  })

  test('given one browser in ten tabs at once, one hold is left', async () => {
    await givenOffice(admin, { shifts: [{ people: 10 }] })
    const holder = 'a-browser-with-a-key'
    await Promise.allSettled(
      Array.from({ length: 10 }, () => holdAppointment(web, wishFor(EIGHT, { holder }))),
    )
    expect((await states()).filter((state) => state === 'held')).toHaveLength(1)
  })

  test('given a request that comes twice, also at once, answers the same and holds one time', async () => {
    await givenOffice(admin, { shifts: [{ people: 9 }] })
    const wish = wishFor(EIGHT, { idempotencyKey: 'c0ffee00-c0ffee00' })
    const [first, second] = await Promise.all([holdAppointment(web, wish), holdAppointment(web, wish)])
    expect(second).toEqual(first)
    expect(await holdAppointment(web, wish)).toEqual(first)
    expect(await states()).toEqual(['held'])
    await expect(holdAppointment(web, { ...wish, start: EIGHT + 15 * MINUTE })).rejects.toMatchObject({
      status: 422,
      code: 'key-used',
    })
    await confirmHold(web, first.id, proof(second), CONTACT)
  })

  test('given staff on the telephone, it is their own hold and channel; an administrator books nothing', async () => {
    await givenOffice(admin, { shifts: [{ people: 5 }] })
    const agent = await givenAccount(database.platform, city.cityId, 'agent')
    await holdAppointment(agent.ctx, wishFor(EIGHT))
    database.platform.clock.advance(MINUTE)
    await holdAppointment(agent.ctx, wishFor(EIGHT + 15 * MINUTE))
    expect(await rowsOf(database.platform, city.cityId)).toMatchObject([
      { state: 'cancelled', channel: 'phone', created_by: agent.account.id },
      { state: 'held', channel: 'phone' },
    ])
    await expect(holdAppointment(admin, wishFor(EIGHT))).rejects.toMatchObject({ status: 403 })
  })
})

describe('inside somebody else’s transaction', () => {
  test('given a process that does so first of all, nothing it keeps belongs to that transaction', async () => {
    await givenOffice(admin)
    const live = await startLive(database.pool, database.connection, database.platform.log)
    try {
      const ctx = { ...web, live }
      const undone = inTransaction(ctx, async (tx) => {
        const lent = { ...ctx, db: tx }
        await holdAppointment(lent, wishFor(EIGHT))
        await expect(holdAppointment(lent, wishFor(EIGHT))).rejects.toMatchObject({ code: 'not-free' })
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      expect(await states()).toEqual([])
      const ask = { services: [{ id: 'eid-pin', persons: 1 }], from: '2026-11-24', to: '2026-11-24' }
      expect((await readAvailability(ctx, ask)).days[0]?.times[0]).toBe('08:00')
      await holdAppointment(ctx, wishFor(EIGHT))
    } finally {
      await live.close()
    }
  })
})

describe('the end of a hold', () => {
  test('given its time is over, it is freed once by any number of clocks, and before by nobody', async () => {
    await givenOffice(admin)
    await holdAppointment(web, wishFor(EIGHT))
    database.platform.clock.advance(HOLD_MS - 1)
    await expireHolds(database.platform)
    expect(await states()).toEqual(['held'])
    database.platform.clock.advance(1)
    await Promise.all([1, 2, 3].map(() => expireHolds(database.platform)))
    expect(await states()).toEqual(['expired'])
    expect(await kinds()).toEqual(['appointment.held', 'appointment.hold-expired'])
  })

  test('given its time is over and no clock ran, the next one has the time', async () => {
    await givenOffice(admin)
    const wish = wishFor(EIGHT, { services: [{ id: 'personalausweis', persons: 1 }] })
    await holdAppointment(web, wish)
    database.platform.clock.advance(HOLD_MS)
    await holdAppointment(web, wish)
    expect(await states()).toEqual(['expired', 'held'])
  })

  test('given the clock of a process that has just come up, frees what is due at once and the rest to the second', async () => {
    await givenOffice(admin)
    const late = await holdAppointment(web, wishFor(EIGHT))
    database.platform.clock.advance(2000)
    const soon = await holdAppointment(web, wishFor(EIGHT + 15 * MINUTE))
    const begun = performance.now()
    const from = soon.expiresAt.getTime() - 600
    const running = { now: () => new Date(from + performance.now() - begun) }
    const stop = startHoldClock({ ...database.platform, clock: running })
    try {
      const stateOf = async (id: string) =>
        (await rowsOf(database.platform, city.cityId)).find((row) => row.id === id)?.state
      await expect.poll(() => stateOf(late.id), { interval: 10, timeout: 5000 }).toBe('expired')
      await expect.poll(() => stateOf(soon.id), { interval: 10, timeout: 5000 }).toBe('expired')
      const lateMs = performance.now() - begun - 600
      process.stdout.write(`freed ${lateMs.toFixed(0)} ms after its end\n`)
      expect(lateMs).toBeGreaterThanOrEqual(0)
    } finally {
      await stop()
    }
  })

  test('given it is extended, it lasts as long again; a second time it is not', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    const until = await extendHold(web, held.id, proof(held))
    expect(until.getTime()).toBe(held.expiresAt.getTime() + HOLD_MS)
    await expect(extendHold(web, held.id, proof(held))).rejects.toMatchObject({
      status: 409,
      code: 'extended',
    })
    database.platform.clock.advance(2 * HOLD_MS - 1)
    await confirmHold(web, held.id, proof(held), CONTACT)
  })

  test('given it is over, extending is refused with other times', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    database.platform.clock.advance(HOLD_MS)
    expect(await offersIn(extendHold(web, held.id, proof(held)))).toHaveLength(5)
  })

  test('given it is released, the time is free; twice is harmless', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    await releaseHold(web, held.id, proof(held))
    await releaseHold(web, held.id, proof(held))
    expect(await kinds()).toEqual(['appointment.held', 'appointment.hold-released'])
    await holdAppointment(web, wishFor(EIGHT))
  })
})

describe('confirming', () => {
  test('given a hold, books it with a reference for the telephone; the same again answers the same', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    const confirmed = await confirmHold(web, held.id, proof(held), { ...CONTACT, phone: '0171 3920012' })
    expect(confirmed.reference).toMatch(/^[A-Z]{1,3}-T-[0-9A-Z]{3}-[0-9A-Z]{3}$/)
    expect(await confirmHold(web, held.id, proof(held), { ...CONTACT, phone: '+49 171 3920012' })).toEqual(
      confirmed,
    )
    expect(await rowsOf(database.platform, city.cityId)).toMatchObject([
      { state: 'booked', contact_name: CONTACT.name, contact_phone: '+491713920012', holder: null },
    ])
    expect(await kinds()).toEqual(['appointment.held', 'appointment.booked'])
  })

  test('given twenty confirmations at once, all answer the same and it is booked once', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => confirmHold(web, held.id, proof(held), CONTACT)),
    )
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1)
    expect(await kinds()).toEqual(['appointment.held', 'appointment.booked'])
  })

  test('given other data the second time, is refused', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    await confirmHold(web, held.id, proof(held), CONTACT)
    const other = confirmHold(web, held.id, proof(held), { ...CONTACT, name: 'Robin Beispiel' })
    await expect(other).rejects.toMatchObject({ status: 409, code: 'confirmed' })
    await expect(releaseHold(web, held.id, proof(held))).rejects.toMatchObject({ code: 'confirmed' })
  })

  test('given a hold that ends at this moment, is refused with other times', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    database.platform.clock.set(held.expiresAt)
    expect(await offersIn(confirmHold(web, held.id, proof(held), CONTACT))).toHaveLength(5)
    expect(await states()).toEqual(['held'])
    await expireHolds(database.platform)
    await expect(confirmHold(web, held.id, proof(held), CONTACT)).rejects.toMatchObject({
      code: 'hold-expired',
    })
  })

  test('given a number that is none, says so at the field', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    const contact = { name: 'Kim', email: undefined, phone: '12' }
    await expect(confirmHold(web, held.id, proof(held), contact)).rejects.toMatchObject({
      status: 422,
      fields: { 'contact.phone': expect.any(String) },
    })
  })

  test('given a wrong secret, is as unknown as no hold, and guessing becomes slow', async () => {
    await givenOffice(admin)
    const held = await holdAppointment(web, wishFor(EIGHT))
    const guess = { secret: 'x'.repeat(22), address: '192.0.2.9' }
    await expect(confirmHold(web, newId(), guess, CONTACT)).rejects.toMatchObject({ status: 404 })
    await expect(confirmHold(web, 'no-id', guess, CONTACT)).rejects.toMatchObject({ status: 404 })
    const tries = []
    for (let n = 0; n < 6; n += 1)
      tries.push(await confirmHold(web, held.id, guess, CONTACT).catch((error: Problem) => error.status))
    expect(tries).toEqual([404, 404, 404, 404, 404, 429])
    await confirmHold(web, held.id, proof(held), CONTACT)
  })
})
