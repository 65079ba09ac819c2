import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { availabilityView, settingsView } from '../../src/appointments/contract.ts'
import { plansView } from '../../src/appointments/release/contract.ts'
import { type Client, signIn } from './client.ts'
import type { Server } from './server.ts'

export const OFFICE = 'buergerbuero'
/** One appointment takes fifteen minutes and no device. */
export const SERVICE = 'eid-pin'
export const QUARTER = 15
const TIME_ZONE = 'Europe/Berlin'
const LONGEST_QUESTION = 62
const BOOK_AHEAD = 365

export interface Shift {
  people: number
  /** Minutes since local midnight. */
  opens: number
  closes: number
  skills?: readonly string[]
}

export interface BenchOffice {
  /** Signed in as administrator. */
  admin: Client
  /** Consecutive days, none of them a holiday, the first at least two days ahead. */
  dates: string[]
  /** How many days ahead the office gives appointments. */
  bookAhead(days: number): Promise<void>
}

/** The demo's office with these shifts only, on a run of open days; every service of `services` takes fifteen minutes. */
export async function openBenchOffice(
  server: Pick<Server, 'url' | 'demo'>,
  plan: { days: number; shifts: readonly Shift[]; services?: readonly string[] },
): Promise<BenchOffice> {
  const admin = await signIn(server, 'admin')
  const settings = settingsView.parse(JSON.parse(await admin.send('GET', '/api/v1/offices')))
  const found = settings.offices.find(({ id }) => id === OFFICE)
  if (!found) throw new Error(`the demo has no office ${OFFICE}`)
  const { id: _id, shifts: earlier, exceptions: _exceptions, ...office } = found
  const people = plan.shifts.reduce((sum, shift) => sum + shift.people, 0)
  const save = async (bookAheadDays: number): Promise<void> => {
    const changed = { ...office, counters: people, gridMinutes: QUARTER, bookAheadDays }
    await admin.send('PUT', `/api/v1/offices/${OFFICE}`, { ...changed, acceptConflicts: false })
  }
  for (const { id } of earlier) await admin.send('POST', `/api/v1/offices/${OFFICE}/shifts/${id}/remove`, {})
  await endReleasePlans(server, admin)
  await save(BOOK_AHEAD)
  for (const id of plan.services ?? [SERVICE]) {
    const setting = { setupMinutes: 0, minutes: QUARTER, devices: [], bookable: true }
    await admin.send('PUT', `/api/v1/appointment-services/${id}`, setting)
  }
  const trial = await addShift(admin, plan.shifts[0], { from: dayAhead(0), until: null })
  const dates = await openDays(server.url, plan.days)
  await admin.send('POST', `/api/v1/offices/${OFFICE}/shifts/${trial}/remove`, {})
  const run = { from: dates[0] ?? '', until: dates.at(-1) ?? '' }
  for (const shift of plan.shifts) await addShift(admin, shift, run)
  return { admin, dates, bookAhead: save }
}

/** Every place is open to everybody, as far ahead as the office gives appointments. */
async function endReleasePlans(server: Pick<Server, 'url' | 'demo'>, admin: Client): Promise<void> {
  const second = await signIn(server, 'leitung')
  const { plans } = plansView.parse(JSON.parse(await admin.send('GET', '/api/v1/release-plans')))
  for (const { id, version } of plans) {
    await admin.send('POST', `/api/v1/release-plans/${id}/ask-end`, { version })
    await second.send('POST', `/api/v1/release-plans/${id}/end`, { version })
  }
  second.close()
}

async function addShift(
  admin: Client,
  shift: Shift | undefined,
  run: { from: string; until: string | null },
): Promise<string> {
  if (!shift) throw new Error('an office without a shift')
  const pattern = { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, ...run }
  const body = { label: 'Messung', skills: null, breaks: [], ...shift, pattern }
  const answer = await admin.send('POST', `/api/v1/offices/${OFFICE}/shifts`, body)
  return z.object({ id: z.uuid() }).parse(JSON.parse(answer)).id
}

const dayAhead = (days: number): string => Temporal.Now.plainDateISO(TIME_ZONE).add({ days }).toString()

/** The first run of days on which the office is open. */
async function openDays(url: string, wanted: number): Promise<string[]> {
  let run: string[] = []
  for (let ahead = 3; ahead + LONGEST_QUESTION < BOOK_AHEAD; ahead += LONGEST_QUESTION) {
    const days = await readDays(url, SERVICE, dayAhead(ahead), dayAhead(ahead + LONGEST_QUESTION - 1))
    for (const { date, times } of days) {
      run = times.length > 0 ? [...run, date] : []
      if (run.length === wanted) return run
    }
  }
  throw new Error(`no ${wanted} open days in a row`)
}

async function readDays(url: string, service: string, from: string, to: string) {
  const answer = await fetch(`${url}/api/v1/availability?service=${service}&from=${from}&to=${to}`)
  return availabilityView.parse(await answer.json()).days
}

/** Waits until the office offers so many starts in all. */
export async function offered(url: string, dates: readonly string[], starts: number): Promise<void> {
  const [from, to] = [dates[0] ?? '', dates.at(-1) ?? '']
  for (;;) {
    const days = await readDays(url, SERVICE, from, to)
    if (days.reduce((sum, { times }) => sum + times.length, 0) === starts) return
    await sleep(50)
  }
}

const instants = new Map<string, string>()

/** The instant (ISO) of a local time 'HH:MM' of the city. */
export function instantAt(date: string, time: string): string {
  const key = `${date}T${time}`
  const known = instants.get(key)
  if (known !== undefined) return known
  const at = Temporal.PlainDateTime.from(key).toZonedDateTime(TIME_ZONE).toInstant().toString()
  instants.set(key, at)
  return at
}

/** 'HH:MM' of minutes since midnight. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
