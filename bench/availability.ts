// CPU per answer "what is free this month": 20 counters, 3,000 and 9,000 bookings, beside Cal.com's published code
import { createHash } from 'node:crypto'
import { loadavg } from 'node:os'
import { built, long } from './kit/built.ts'
import { busyOf, fetchCalcom, type Peer } from './kit/calcom.ts'
import {
  bookingsOf,
  COUNTERS,
  FIRST,
  GRID,
  HALVES,
  LAST,
  TIME_ZONE,
  WORKDAYS,
  type Booking,
} from './kit/monthLoad.ts'
import { median, ms, whole } from './kit/numbers.ts'
import { report, type Row } from './kit/report.ts'
import type { OfficeDay } from '../src/appointments/capacity/availability.ts'
import type { DayPlan, Shift, Taken } from '../src/appointments/model.ts'

const { Availability, instantsOf } = await built<
  typeof import('../src/appointments/capacity/availability.ts')
>('appointments/capacity/availability.js')
const { datesBetween, dayClockOf, instantOf, minuteOfWall } =
  await built<typeof import('../src/shared/dayClock.ts')>('shared/dayClock.js')
const { planDay } = await built<typeof import('../src/appointments/capacity/dayPlan.ts')>(
  'appointments/capacity/dayPlan.js',
)
const { freeStarts } = await built<typeof import('../src/appointments/capacity/freeStarts.ts')>(
  'appointments/capacity/freeStarts.js',
)
const { place } = await built<typeof import('../src/appointments/capacity/placeRule.ts')>(
  'appointments/capacity/placeRule.js',
)

/** Above it other work on the machine makes every figure too high. */
const QUIET = 1.5
const ROUNDS = { ours: long ? 500 : 100, peer: long ? 15 : 5 }
const LOADS = [
  { name: '3,000 booked', count: 3000, lengths: [15, 30, 45] },
  { name: '9,000 booked', count: 9000, lengths: [15, 30, 45] },
  { name: 'all booked', count: 'full', lengths: [15] },
] as const
const DATES = datesBetween(FIRST, LAST)
const QUARTERS =
  WORKDAYS.length * COUNTERS * HALVES.reduce((sum, { from, to }) => sum + (to - from) / GRID, 0)

const early: Shift = {
  id: 'counter',
  officeId: 'office',
  label: 'Schalter',
  people: COUNTERS,
  skills: null,
  pattern: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], everyWeeks: 1, from: '2027-01-01', until: null },
  opens: HALVES[0].from,
  closes: HALVES[1].to,
  breaks: [{ from: HALVES[0].to, to: HALVES[1].from }],
}
/** The same staff with different skills, and two scanners: nobody to compare with. */
const SKILLED: readonly Shift[] = [
  { ...early, id: 'all', people: 8 },
  { ...early, id: 'documents', people: 6, skills: ['passport', 'identity-card'] },
  { ...early, id: 'registration', people: 6, skills: ['registration', 'identity-card'] },
]
const SERVICES = ['passport', 'identity-card', 'registration'] as const

const instant = (date: string, wall: number): number => {
  const clock = dayClockOf(TIME_ZONE, date)
  return instantOf(clock, minuteOfWall(clock, wall))
}

const planOf = (
  date: string,
  shifts: readonly Shift[],
  devices: Readonly<Record<string, number>> = {},
): DayPlan =>
  planDay({
    office: { id: 'office', timeZone: TIME_ZONE, counters: COUNTERS, devices },
    date,
    shifts,
    exceptions: [],
    closedBecause: null,
  })

function takenOf({ date, from, to, counter }: Booking, id: number): Taken {
  const demand = { serviceIds: [], devices: [], minutes: to - from }
  return {
    id: String(id),
    start: instant(date, from),
    end: instant(date, to),
    demand,
    lane: `counter#${counter}`,
    units: {},
  }
}

/** What the database would give: the appointments of each date. */
function takenByDate(bookings: readonly Booking[]): Map<string, Taken[]> {
  const byDate = new Map<string, Taken[]>()
  bookings.forEach((booking, id) => {
    const taken = byDate.get(booking.date) ?? []
    taken.push(takenOf(booking, id))
    byDate.set(booking.date, taken)
  })
  return byDate
}

interface Month {
  readonly shifts: readonly Shift[]
  readonly devices: Readonly<Record<string, number>>
  readonly taken: ReadonlyMap<string, readonly Taken[]>
}
const dayOf = ({ shifts, devices, taken }: Month, date: string, version = 0): OfficeDay => ({
  officeId: 'office',
  date,
  version,
  plan: planOf(date, shifts, devices),
  taken: taken.get(date) ?? [],
})
const memoryOf = (month: Month): InstanceType<typeof Availability> =>
  new Availability((_office, dates) => Promise.resolve(dates.map((date) => dayOf(month, date))))

async function ask(
  memory: InstanceType<typeof Availability>,
  minutes: number,
  serviceIds: readonly string[] = [],
) {
  const demand = { serviceIds, devices: [], minutes }
  const month = { officeId: 'office', from: FIRST, to: LAST, gridMinutes: GRID }
  const days = await memory.days({ ...month, demand, quota: 'web', now: 0 })
  return days.flatMap((day) => instantsOf(day))
}

/** The same with every booking held at its counter, as the peer holds them: each counter is a day of its own. */
function pinned(month: Month, minutes: number): number[] {
  const starts = new Set<number>()
  for (const date of DATES) {
    const { plan, taken } = dayOf(month, date)
    for (const lane of plan.lanes) {
      const own = taken.filter((one) => one.lane === lane.id)
      const demand = { serviceIds: [], devices: [], minutes }
      const free = freeStarts({ ...plan, lanes: [lane] }, own, demand, GRID)
      const day = { clock: plan.clock, starts: free }
      for (const start of instantsOf(day)) starts.add(start)
    }
  }
  return [...starts].sort((a, b) => a - b)
}

const hash = (starts: readonly number[]): string =>
  createHash('sha256').update(starts.join()).digest('hex').slice(0, 12)

interface Cpu {
  readonly min: number
  readonly median: number
}

/** Processor time in ms of the whole process, collector and compiler included. */
async function cpuOf(rounds: number, work: () => unknown): Promise<Cpu> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return { min: Math.min(...times), median: median(times) }
}

/** For what is too short for the processor's clock: many at once, divided. */
async function shortCpuOf(rounds: number, work: () => unknown): Promise<Cpu> {
  const many = async (): Promise<void> => {
    for (let i = 0; i < 50; i += 1) await work()
  }
  const found = await cpuOf(rounds, many)
  return { min: found.min / 50, median: found.median / 50 }
}

const told = ({ min, median: middle }: Cpu): string => `${ms(min)}, ${ms(middle)}`

async function compare(peer: Peer | null): Promise<{ rows: Row[]; answers: string[] }> {
  const rows: Row[] = []
  const answers: string[] = []
  for (const { name, count, lengths } of LOADS) {
    const bookings = bookingsOf(count)
    const month = { shifts: [early], devices: {}, taken: takenByDate(bookings) }
    const busy = busyOf(bookings, instant)
    const quarters = bookings.reduce((sum, { from, to }) => sum + (to - from) / GRID, 0)
    answers.push(`${name}: ${whole(quarters)} of ${whole(QUARTERS)} quarters of an hour`)
    for (const minutes of lengths) {
      const what = `${name}, ${minutes} min`
      const counted = await ask(memoryOf(month), minutes)
      const own = pinned(month, minutes)
      const theirs = peer?.free(busy, minutes, GRID)
      answers.push(compared(what, counted, own, theirs))
      const cold = await cpuOf(ROUNDS.ours, () => ask(memoryOf(month), minutes))
      const memory = memoryOf(month)
      const warm = await shortCpuOf(ROUNDS.ours, () => ask(memory, minutes))
      const other = peer && (await cpuOf(ROUNDS.peer, () => peer.free(busy, minutes, GRID)))
      const against = other ? `Cal.com: ${told(other)}` : 'no peer'
      rows.push({
        what: `${what}, cold`,
        figure: told(cold),
        against,
        ratio: other && cold.median / other.median,
      })
      rows.push({
        what: `${what}, from memory`,
        figure: told(warm),
        against,
        ratio: other && warm.median / other.median,
      })
      if (other)
        answers.push(
          `  less CPU than Cal.com: ${whole(other.min / cold.min)} times cold, ${whole(other.min / warm.min)} times from memory (minimum by minimum)`,
        )
    }
  }
  return { rows, answers }
}

function compared(what: string, counted: number[], own: number[], theirs: number[] | undefined): string {
  const peerSays = theirs ? `, Cal.com ${theirs.length} (${hash(theirs)})` : ''
  if (theirs && hash(theirs) !== hash(own))
    throw new Error(`${what}: pinned to counters we find ${own.length} starts, Cal.com ${theirs.length}`)
  return `${what}: ${counted.length} starts counted (${hash(counted)}), ${own.length} pinned to counters (${hash(own)})${peerSays}`
}

/** One appointment comes, the month is asked again; and what no other program here answers: skills and devices. */
async function alone(): Promise<Row[]> {
  const month = { shifts: [early], devices: {}, taken: takenByDate(bookingsOf(9000)) }
  const memory = memoryOf(month)
  await ask(memory, 30)
  let version = 1
  const changed = await shortCpuOf(ROUNDS.ours, () => {
    memory.apply(dayOf(month, WORKDAYS[version % WORKDAYS.length]!, version))
    version += 1
    return ask(memory, 30)
  })
  const rows: Row[] = [row('9,000 booked, 30 min, after a change of one day', changed)]
  for (const wishes of [3000, 9000]) {
    const skilled = { shifts: SKILLED, devices: { scanner: 2 }, taken: skilledTaken(wishes) }
    const booked = [...skilled.taken.values()].reduce((sum, day) => sum + day.length, 0)
    const cold = await cpuOf(ROUNDS.ours / 4, () => ask(memoryOf(skilled), 30, ['passport']))
    rows.push(row(`three kinds of skills, ${whole(booked)} booked, 30 min, cold`, cold))
  }
  return rows
}

const row = (what: string, cpu: Cpu): Row => ({ what, figure: told(cpu), against: 'no peer', ratio: null })

/** The wishes of a month in the order they come, each placed as a booking would; who finds no place is not there. */
function skilledTaken(count: number): Map<string, Taken[]> {
  const byDate = new Map<string, Taken[]>()
  bookingsOf(count).forEach(({ date, from, to }, id) => {
    const taken = byDate.get(date) ?? []
    const service = SERVICES[id % SERVICES.length]!
    const devices = id % 8 === 0 ? ['scanner'] : []
    const demand = { serviceIds: [service], devices, minutes: to - from }
    const wish = { start: instant(date, from), end: instant(date, to), demand }
    const found = place(planOf(date, SKILLED, { scanner: 2 }), taken, wish)
    if (!found) return
    const moved = new Map(found.moved.map((one) => [one.id, one]))
    const stayed = taken.map((one) => ({ ...one, ...moved.get(one.id) }))
    byDate.set(date, [...stayed, { ...wish, id: String(id), lane: found.lane, units: found.units }])
  })
  return byDate
}

/** Before the compiler has seen anything. */
async function firstAnswer(): Promise<Row> {
  const month = { shifts: [early], devices: {}, taken: takenByDate(bookingsOf(3000)) }
  const cpu = await cpuOf(1, () => ask(memoryOf(month), 30))
  // A process lives for weeks, so what follows is measured when it is warm.
  await cpuOf(ROUNDS.ours, () => ask(memoryOf(month), 30))
  return row('3,000 booked, 30 min, very first answer of a process', cpu)
}

/** Asking the zone's rules is dear and done once per date and process. */
async function zoneRules(): Promise<Row> {
  let year = 2030
  const cpu = await cpuOf(20, () => {
    year += 1
    for (const date of datesBetween(`${year}-03-01`, `${year}-03-31`)) dayClockOf(TIME_ZONE, date)
  })
  return row("the zone's rules of 31 dates, once per process", cpu)
}

const load = loadavg()[0] ?? 0
const fetched = await fetchCalcom()
const peer = typeof fetched === 'string' ? null : fetched
try {
  const first = await firstAnswer()
  const { rows, answers } = await compare(peer)
  const more = [first, ...(await alone()), await zoneRules()]
  report(
    `availability: a month of one office with ${COUNTERS} counters, ${GRID}-minute grid`,
    [...rows, ...more],
    [
      'CPU of one answer: minimum, median. Cold: shifts and appointments lie in memory as read from the database, everything else is computed anew. Cal.com computes anew each time.',
      ...(typeof fetched === 'string' ? [fetched] : []),
      answers.join('\n'),
      ...(load >= QUIET ? [`PRELIMINARY: other work on the machine (load ${load.toFixed(1)}).`] : []),
    ],
  )
} finally {
  peer?.end()
}
