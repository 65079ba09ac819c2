import { expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { cityOf } from '../../city/index.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { connect } from '../../platform/db/connect.ts'
import { startLive } from '../../platform/live/live.ts'
import { Problem } from '../../platform/problems.ts'
import { wrongs } from '../appointments.testkit.ts'
import {
  as,
  book,
  CONTACT,
  EIGHT,
  givenOffice,
  MINUTE,
  OFFICE,
  proof,
  rowsOf,
  wishFor,
} from '../booking.testkit.ts'
import { cancelAppointment } from './cancelAppointment.ts'
import { confirmHold } from './confirmHold.ts'
import { readDays } from '../dayStore.ts'
import { holdAppointment } from './holdAppointment.ts'
import { moveAppointment } from './moveAppointment.ts'
import { releaseHold } from './releaseHold.ts'
import { planOf } from '../settings/settings.ts'
import { findOffice } from '../settings/settingsStore.ts'

const database = useDatabase()

/** Always the same numbers (mulberry32): a run that fails fails again. */
function numbers(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n
  }
}

test('given skills, a scarce device and two processes that hold, book, move and cancel at random, nobody stands where they cannot be served', async () => {
  const city = await givenCity(database.platform)
  const admin = (await givenAccount(database.platform, city.cityId, 'admin')).ctx
  const learners = { label: 'Einarbeitung', skills: ['ausweis-abholen', 'eid-pin'] }
  const documents = { label: 'Dokumente', skills: ['personalausweis', 'eid-pin'], closes: 570 }
  await givenOffice(admin, { office: { counters: 4 }, shifts: [{ people: 1 }, learners, documents] })
  const own = connect({ ...database.connection, max: 6 }, database.platform.log)
  const live = await startLive(own.pool, database.connection, database.platform.log)
  const processes = [
    as(database.platform, city.cityId, 'citizen'),
    as({ ...database.platform, db: own.db, live }, city.cityId, 'citizen'),
  ]
  const number = numbers(20_261_122)
  const services = ['eid-pin', 'ausweis-abholen', 'personalausweis']
  const counts = { done: 0, refused: 0 }
  const mine: Awaited<ReturnType<typeof book>>[] = []
  const time = (): number => EIGHT + number(2) * 24 * 60 * MINUTE + number(8) * 15 * MINUTE

  const act = async (): Promise<void> => {
    const ctx = processes[number(2)]!
    const what = number(10)
    const wish = wishFor(time(), { services: [{ id: services[number(3)]!, persons: 1 + number(2) }] })
    const known = mine.length > 0 && what >= 6 ? mine.splice(number(mine.length), 1)[0] : undefined
    if (known && what >= 8) return void (await cancelAppointment(ctx, known.reference, proof(known)))
    if (known) {
      mine.push(known)
      return void (await moveAppointment(ctx, known.reference, proof(known), time()))
    }
    const held = await holdAppointment(ctx, wish)
    if (what === 0) return releaseHold(ctx, held.id, proof(held))
    mine.push({ ...held, ...(await confirmHold(ctx, held.id, proof(held), CONTACT)) })
  }
  const worker = async (): Promise<void> => {
    for (let n = 0; n < 40; n += 1) {
      try {
        await act()
        counts.done += 1
      } catch (error) {
        if (!(error instanceof Problem && error.status === 409)) throw error
        counts.refused += 1
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: 10 }, worker))
  } finally {
    await live.close()
    await own.close()
  }

  const { db, clock } = database.platform
  const office = await findOffice(db, city.cityId, OFFICE)
  const dates = ['2026-11-24', '2026-11-25']
  for (const day of await readDays(db, city.cityId, OFFICE, dates, clock.now()))
    expect(wrongs(planOf(office!, await cityOf(db, city.cityId), day.date, null), day.taken)).toEqual([])
  const booked = (await rowsOf(database.platform, city.cityId)).filter((row) => row.state === 'booked')
  expect(booked.map((row) => row.reference).toSorted()).toEqual(
    mine.map(({ reference }) => reference).toSorted(),
  )
  process.stdout.write(`${JSON.stringify(counts)}, ${booked.length} stand\n`)
  expect(counts.done).toBeGreaterThan(50)
  expect(counts.refused).toBeGreaterThan(50)
})
