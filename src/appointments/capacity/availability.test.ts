import { describe, expect, test } from 'vitest'
import { bookAll, dayOf, demand, MONDAY, shift, wish } from '../appointments.testkit.ts'
import { Availability, instantsOf, type AvailabilityQuery, type OfficeDay } from './availability.ts'
import { countMinutes, minutesOf } from './minuteSet.ts'
import type { Wish } from '../model.ts'

const month: AvailabilityQuery = {
  officeId: 'office',
  from: '2027-03-01',
  to: '2027-03-31',
  demand: demand(30),
  gridMinutes: 15,
  quota: 'web',
  now: 0,
}
const oneDay = { ...month, from: '2027-03-15', to: '2027-03-15' }

function officeDay(date: string, version = 0, walls: readonly number[] = []): OfficeDay {
  const plan = dayOf([shift({ closes: 540 })], { date })
  const wishes: Wish[] = walls.map((wall) => wish(plan, wall, demand(30)))
  return { officeId: 'office', date, version, plan, taken: bookAll(plan, wishes).taken }
}

/** A loader that waits until it is let go, and writes down what it was asked for. */
function loader() {
  const asked: string[][] = []
  const go: (() => void)[] = []
  let version = 0
  const load = async (_office: string, dates: readonly string[]): Promise<OfficeDay[]> => {
    asked.push([...dates])
    const read = dates.map((date) => officeDay(date, version, version > 0 ? [480] : []))
    await new Promise<void>((resolve) => go.push(resolve))
    return read
  }
  return { load, asked, letGo: () => go.splice(0).forEach((one) => one()), now: (n: number) => (version = n) }
}

const immediate = async (_office: string, dates: readonly string[]): Promise<OfficeDay[]> =>
  dates.map((date) => officeDay(date))

test('given a month, every date is answered, from memory the second time', async () => {
  let loads = 0
  const availability = new Availability((office, dates) => {
    loads += 1
    return immediate(office, dates)
  })
  const first = await availability.days(month)
  expect(first.map(({ date, starts }) => `${date} ${countMinutes(starts)}`)).toHaveLength(31)
  expect(first.every(({ starts }) => countMinutes(starts) === 3)).toBe(true)
  const second = await availability.days(month)
  expect([loads, second[0]?.starts === first[0]?.starts]).toEqual([1, true])
})

test('given a changed day, the next answer has it', async () => {
  const availability = new Availability(immediate)
  await availability.days(month)
  availability.apply(officeDay('2027-03-15', 1, [480]))
  const [day] = await availability.days(oneDay)
  expect([day?.version, countMinutes(day!.starts)]).toEqual([1, 1])
})

test('given news that come late, a day never becomes older', async () => {
  const availability = new Availability(immediate)
  availability.apply(officeDay('2027-03-15', 2, [480]))
  availability.apply(officeDay('2027-03-15', 1))
  availability.expire('office', '2027-03-15', 1)
  expect((await availability.days(oneDay))[0]?.version).toBe(2)
})

test('given news of a change come before the day of an earlier one, the earlier one does not count', async () => {
  const availability = new Availability(immediate)
  await availability.days(month)
  availability.expire('office', '2027-03-15', 2)
  availability.apply(officeDay('2027-03-15', 1, [480]))
  // Read again: the loader's day is older than what is known too.
  expect((await availability.days(oneDay))[0]?.version).toBe(0)
})

test('given everything is forgotten while a day is being changed, what it was changed to does not count', async () => {
  const availability = new Availability(immediate)
  const remember = availability.expecting()
  availability.clear()
  remember(officeDay('2027-03-15', 1, [480]))
  expect((await availability.days(oneDay))[0]?.version).toBe(0)
})

test('given a day is forgotten, it is read again; and each change has a number of its own', async () => {
  const { load, asked, letGo } = loader()
  const availability = new Availability(load)
  const read = async () => {
    const reading = availability.days(oneDay)
    letGo()
    await reading
    return availability.revision
  }
  const first = await read()
  expect(await read()).toBe(first)
  availability.forget('office', '2027-03-15')
  expect(availability.revision).toBeGreaterThan(first)
  await read()
  expect(asked).toHaveLength(2)
})

test('given two who ask at once, the days are read once', async () => {
  const { load, asked, letGo } = loader()
  const availability = new Availability(load)
  const both = Promise.all([availability.days(oneDay), availability.days(oneDay)])
  letGo()
  await both
  expect(asked).toEqual([['2027-03-15']])
})

test('given a change while the day is being read, what was read before it does not count', async () => {
  const { load, asked, letGo, now } = loader()
  const availability = new Availability(load)
  const answer = availability.days(oneDay)
  now(1)
  availability.expire('office', '2027-03-15', 1)
  letGo()
  await expect.poll(() => asked.length).toBe(2)
  letGo()
  expect((await answer)[0]?.version).toBe(1)
})

test('given everything is forgotten while a day is being read, it is read again', async () => {
  const { load, asked, letGo, now } = loader()
  const availability = new Availability(load)
  const answer = availability.days(oneDay)
  now(1)
  availability.clear()
  letGo()
  await expect.poll(() => asked.length).toBe(2)
  letGo()
  expect((await answer)[0]?.version).toBe(1)
})

test('given a loader that fails, the question fails and the next one asks again', async () => {
  let fails = true
  const availability = new Availability((office, dates) =>
    fails ? Promise.reject(new Error('gone')) : immediate(office, dates),
  )
  await expect(availability.days(oneDay)).rejects.toThrow('gone')
  fails = false
  expect(await availability.days(oneDay)).toHaveLength(1)
})

test('given a longer span than a year, it is refused', async () => {
  await expect(new Availability(immediate).days({ ...month, to: '2028-03-31' })).rejects.toThrow(RangeError)
})

describe('given a day in answer', () => {
  test('its starts are instants, those from a moment on', async () => {
    const [day] = await new Availability(immediate).days({ ...oneDay, from: '2027-03-28', to: '2027-03-28' })
    const starts = ['06:00', '06:15', '06:30'].map((time) => Date.parse(`2027-03-28T${time}Z`))
    expect(instantsOf(day!)).toEqual(starts)
    expect(instantsOf(day!, starts[0]! + 1)).toEqual(starts.slice(1))
    expect(instantsOf(day!, starts[2]! + 60_001)).toEqual([])
  })
})

test('given a day that changes whenever it is read, answers what was read and keeps nothing of it', async () => {
  let version = 0
  const availability = new Availability(async (officeId, dates) => {
    await Promise.resolve()
    version += 1
    const days = dates.map((date) => ({
      officeId,
      date,
      version: version - 1,
      plan: dayOf([shift()], { date }),
      taken: [],
    }))
    for (const { date } of days) availability.expire(officeId, date, version)
    return days
  })
  const query = { ...month, from: MONDAY, to: MONDAY, demand: demand(60), gridMinutes: 60 }
  const [day] = await availability.days(query)
  expect(minutesOf(day!.starts)).toEqual([480, 540, 600, 660])
  expect(version).toBeGreaterThan(1)
})
