import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COUNTERS, FIRST, HALVES, LAST, TIME_ZONE, type Booking } from './monthLoad.ts'

/**
 * Cal.com's own computation of free times as its makers publish it on npm, without its database and HTTP:
 * buildDateRanges, subtract, getAggregatedAvailability, getSlots. Each counter is a host of a round-robin event.
 * It is fetched into a temporary folder when the benchmark runs; nothing of it is kept.
 */
const PACKAGE = '@calcom/platform-libraries@0.0.360'
/** The version whose speed Cal.com is kindest to: newer ones are slower in the same code. */
const DAYJS = 'dayjs@1.11.4'
/** Its chunks with the names they have in this version. */
const [PLUGINS, RANGES, SLOTS] = ['index-rbwdGzy0.js', 'date-ranges-79rc7oZX.js', 'slots.js']
/** It leaves out what is over: twenty years before today nothing is. */
const NOTICE_MINUTES = -20 * 525_600

interface Moment {
  valueOf(): number
}
interface Span {
  start: Moment
  end: Moment
}
interface Published {
  readonly dayjs: ((at: number) => Moment) & { tz(local: string, zone: string): Moment }
  buildDateRanges(input: object): { dateRanges: Span[]; oooExcludedDateRanges: Span[] }
  subtract(ranges: Span[], busy: Span[]): Span[]
  getAggregatedAvailability(hosts: object[], kind: string): Span[]
  getSlots(input: object): { time: Moment }[]
}

export interface Peer {
  /** The free starts of the month, epoch ms, in order. `busy` are a counter's bookings as epoch ms. */
  free(busy: readonly (readonly { start: number; end: number }[])[], minutes: number, grid: number): number[]
  end(): void
}

/** The peer, or the sentence that says why it is not there. */
export async function fetchCalcom(): Promise<Peer | string> {
  const folder = mkdtempSync(join(tmpdir(), 'calcom-'))
  const end = (): void => rmSync(folder, { recursive: true, force: true })
  const problem = install(folder)
  if (problem !== null) {
    end()
    return `Without peer: ${problem}`
  }
  writeParts(folder)
  const published: Published = await import(join(folder, 'published.js'))
  return { free: (busy, minutes, grid) => freeBy(published, busy, minutes, grid), end }
}

function install(folder: string): string | null {
  writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}')
  const steps = [
    ['npm', 'pack', PACKAGE, '--silent'],
    ['npm', 'install', DAYJS, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'],
  ]
  for (const [command, ...args] of steps) {
    const done = run(folder, command!, args)
    if (done !== null) return `npm could not fetch ${args[1]} (${done})`
  }
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'))
  const unpacked = archive ? run(folder, 'tar', ['xzf', archive]) : 'no archive'
  return unpacked === null ? null : `${PACKAGE} could not be unpacked (${unpacked})`
}

function run(folder: string, command: string, args: readonly string[]): string | null {
  const options = {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
    shell: process.platform === 'win32',
  } as const
  const done = spawnSync(command, args, options)
  if (done.error) return done.error.message
  return done.status === 0 ? null : done.stderr.trim().split('\n')[0] || `exit code ${done.status}`
}

/** The package cannot be installed (it names packages of its own workspace), so the parts are put together here. */
function writeParts(folder: string): void {
  const published = join(folder, 'package', 'dist')
  for (const chunk of [PLUGINS, RANGES]) copyFileSync(join(published, chunk!), join(folder, chunk!))
  const slots = readFileSync(join(published, SLOTS!), 'utf8')
  const part = slots.slice(slots.indexOf('function createIntervalNodes'), slots.indexOf('const getSlots$1'))
  const text = `import './${PLUGINS}'
import dayjs from 'dayjs'
import { b as buildDateRanges, i as intersect, s as subtract } from './${RANGES}'
const SchedulingType = { ROUND_ROBIN: 'ROUND_ROBIN', COLLECTIVE: 'COLLECTIVE', MANAGED: 'MANAGED' }
const DEFAULT_GROUP_ID = 'default_group_id'
const getTimeZone = (date) => date.$x.$timezone
${part}
export { buildDateRanges, dayjs, getAggregatedAvailability, getSlots, subtract }
`
  writeFileSync(join(folder, 'published.js'), text)
}

/** What `getUserAvailability` and `_getAvailableTimeSlots` of the package do with a schedule and bookings. */
function freeBy(
  published: Published,
  busy: readonly (readonly { start: number; end: number }[])[],
  minutes: number,
  grid: number,
): number[] {
  const { dayjs } = published
  const dateFrom = dayjs.tz(`${FIRST}T00:00:00`, TIME_ZONE)
  const dateTo = dayjs.tz(`${LAST}T23:59:59`, TIME_ZONE)
  const availability = HALVES.map(({ from, to }) => ({
    days: [1, 2, 3, 4, 5],
    startTime: new Date(from * 60_000),
    endTime: new Date(to * 60_000),
  }))
  const hosts = busy.map((own, n) => {
    const input = { availability, timeZone: TIME_ZONE, dateFrom, dateTo, travelSchedules: [] }
    const { dateRanges, oooExcludedDateRanges } = published.buildDateRanges(input)
    const times = own.map(({ start, end }) => ({ start: dayjs(start), end: dayjs(end) }))
    return {
      user: { id: n + 1, isFixed: false, groupId: null },
      dateRanges: published.subtract(dateRanges, times),
      oooExcludedDateRanges: published.subtract(oooExcludedDateRanges, times),
    }
  })
  const slots = published.getSlots({
    inviteeDate: dateFrom,
    eventLength: minutes,
    frequency: grid,
    minimumBookingNotice: NOTICE_MINUTES,
    dateRanges: published.getAggregatedAvailability(hosts, 'ROUND_ROBIN'),
  })
  return slots.map(({ time }) => time.valueOf()).sort((a, b) => a - b)
}

/** The bookings of each counter as epoch ms. */
export function busyOf(
  bookings: readonly Booking[],
  instant: (date: string, wall: number) => number,
): { start: number; end: number }[][] {
  const busy: { start: number; end: number }[][] = Array.from({ length: COUNTERS }, () => [])
  for (const { date, from, to, counter } of bookings)
    busy[counter - 1]!.push({ start: instant(date, from), end: instant(date, to) })
  return busy
}
