import { sweepPromises } from '../../src/callbacks/promises/decideDue.ts'
import { givenAbsence } from '../../src/callbacks/roster/roster.testkit.ts'
import { addClosure } from '../../src/city/addClosure.ts'
import { serviceHoursOf } from '../../src/city/index.ts'
import type { StaffContext } from '../../src/platform/context.ts'
import { isPhoneNumber, type PhoneNumber } from '../../src/shared/phoneNumber.ts'
import { ClerkAtWork } from './clerkAtWork.ts'
import { checkPromised, type Wrong } from './invariants.ts'
import { type Absence, localTime, type Office, openOffice, type SimulationPlatform } from './office.ts'
import { type Promising, settleInCall } from './offers.ts'
import { type Caller, callersOf, type MonthSize, serviceDates } from './plan.ts'
import { seeded } from './random.ts'
import { ServiceDesk } from './serviceDesk.ts'
import { Timeline } from './timeline.ts'
import { WorkTimes } from './workTimes.ts'

const MINUTE = 60_000
const SWEEP_EVERY = 15 * MINUTE
/** After the last caller the office goes on until nothing waits; so many service days at most. */
const AFTERWARDS = 15

export interface Month {
  office: Office
  /** Callers who met a closed city. */
  turnedAway: number
  /** Callers who wanted a callback and were offered none. */
  notOffered: number
  /** By code, what the verbs refused a clerk. */
  refused: ReadonlyMap<string, number>
  /** What must never be and was. */
  wrong: readonly Wrong[]
  endedAt: Date
  /** Null where nobody answers at the exchange. */
  desk: ServiceDesk | null
  timeline: Timeline
}

/** Where each call is to be answered by people at the exchange. */
export interface Staging {
  /** A week before the first day. */
  before: (office: Office) => Promise<void>
  /** Who sits there on a day. */
  agentsOn: (date: string) => readonly StaffContext[]
}

const WEEK = 7 * 24 * 60 * MINUTE
/** On each day somebody calls before the city opens; minutes since midnight. */
const TOO_EARLY = 7 * 60 + 30
/** From here on the numbers of those who call too early. */
const EARLY = 4000
/** A caller of whom nothing matters but the call. */
export const NOBODY: Caller = { at: 0, wantsCallback: false, lengthMs: 0, choice: 0, reach: [] }

/**
 * Lets a month happen through the rooms' own verbs, on the test clock.
 * @param staging without it nobody waits: a call is the case that comes of it
 */
export async function runMonth(
  platform: SimulationPlatform,
  size: MonthSize,
  promising: Promising,
  staging: Staging | null = null,
): Promise<Month> {
  const first = localTime(size.first, 0)
  platform.clock.set(new Date(staging ? first - WEEK : first))
  const office = await openOffice(platform, size)
  await staging?.before(office)
  platform.clock.set(new Date(first))
  const run = new MonthRun(office, size, promising, staging)
  await run.run()
  return run.month()
}

class MonthRun {
  readonly #office: Office
  readonly #size: MonthSize
  readonly #promising: Promising
  readonly #timeline: Timeline
  readonly #times: WorkTimes
  readonly #callers = new Map<string, Caller>()
  readonly #refused = new Map<string, number>()
  readonly #wrong: Wrong[] = []
  readonly #clerks: readonly ClerkAtWork[]
  readonly #staging: Staging | null
  readonly #desk: ServiceDesk | null
  #turnedAway = 0
  #notOffered = 0

  constructor(office: Office, size: MonthSize, promising: Promising, staging: Staging | null) {
    this.#staging = staging
    this.#office = office
    this.#size = size
    this.#promising = promising
    this.#timeline = new Timeline(office.platform.clock)
    this.#times = new WorkTimes(office)
    const around = {
      office,
      timeline: this.#timeline,
      times: this.#times,
      callers: this.#callers,
      random: seeded(size.seed + 2),
      refused: this.#refused,
    }
    this.#desk =
      staging &&
      new ServiceDesk({
        office,
        timeline: this.#timeline,
        random: seeded(size.seed + 3),
        promised: (id, caller) => this.#promised(id, caller),
      })
    this.#clerks = office.clerks.map((clerk) => new ClerkAtWork(clerk, around))
  }

  month(): Month {
    return {
      office: this.#office,
      turnedAway: this.#turnedAway,
      notOffered: this.#notOffered,
      refused: this.#refused,
      wrong: this.#wrong,
      endedAt: this.#office.platform.clock.now(),
      desk: this.#desk,
      timeline: this.#timeline,
    }
  }

  async run(): Promise<void> {
    const { platform, city, sudden } = this.#office
    const hours = await serviceHoursOf(platform.db, city.cityId)
    const dates = serviceDates(hours, this.#size.first, this.#size.serviceDays + AFTERWARDS)
    for (const [serial, caller] of callersOf(this.#size, hours).entries())
      this.#timeline.at(caller.at, () => this.#answer(caller, serial))
    for (const absence of sudden) this.#timeline.at(absence.at, () => this.#enter(absence))
    for (const { date, at, reason } of this.#size.closures)
      this.#timeline.at(localTime(date, minutes(at)), () => this.#close(date, reason))
    for (const [day, date] of dates.entries()) {
      const whole = { start: localTime(date, 7 * 60), end: localTime(date, 20 * 60) }
      this.#timeline.at(whole.start, () => this.#begin(date))
      const early = localTime(date, TOO_EARLY)
      if (this.#desk) this.#timeline.at(early, () => this.#answer({ ...NOBODY, at: early }, EARLY + day))
      for (let at = whole.start; at < whole.end; at += SWEEP_EVERY)
        this.#timeline.at(at, () => sweepPromises(platform))
      await this.#timeline.runUntil(whole.end)
      if (day >= this.#size.serviceDays - 1 && (await this.#isDone())) return
    }
  }

  async #begin(date: string): Promise<void> {
    if (this.#staging) await this.#desk?.open(this.#staging.agentsOn(date))
    await this.#times.read(localTime(date, 12 * 60))
    for (const clerk of this.#clerks) clerk.lookAt(localTime(date, 8 * 60))
  }

  async #answer(caller: Caller, serial: number): Promise<void> {
    if (this.#desk) return void (await this.#desk.ring(caller, numberOf(serial)))
    const { platform, city } = this.#office
    const hours = await serviceHoursOf(platform.db, city.cityId)
    if (!hours.isOpen(platform.clock.now())) {
      this.#turnedAway += 1
      return
    }
    if (!caller.wantsCallback) return settleInCall(this.#office)
    const id = await this.#promising(this.#office, caller, numberOf(serial))
    if (id === null) this.#notOffered += 1
    else await this.#promised(id, caller)
  }

  async #promised(id: string, caller: Caller): Promise<void> {
    this.#callers.set(id, caller)
    for (const clerk of this.#clerks) clerk.lookAt(this.#timeline.now())
    this.#wrong.push(...(await checkPromised(this.#office, id)))
  }

  async #enter({ accountId, date }: Absence): Promise<void> {
    await givenAbsence(this.#office.platform, this.#office.city.cityId, accountId, date)
    await this.#changed(date)
  }

  async #close(date: string, reason: string): Promise<void> {
    await addClosure(this.#office.admin, { date, reason })
    await this.#changed(date)
  }

  async #changed(date: string): Promise<void> {
    await this.#times.read(localTime(date, 12 * 60))
  }

  async #isDone(): Promise<boolean> {
    const row = await this.#office.platform.db
      .selectFrom('callback')
      .select('id')
      .where('state', '<>', 'done')
      .limit(1)
      .executeTakeFirst()
    return row === undefined
  }
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Numbers that the Bundesnetzagentur keeps free for films and examples: a thousand in each of these. */
const FREE = ['+493023125', '+496990009', '+494066969', '+492214710', '+498999998']

/** The number of the caller with this place in the month. */
export function numberOf(serial: number): PhoneNumber {
  const number = `${FREE[Math.floor(serial / 1000) % FREE.length]}${String(serial % 1000).padStart(3, '0')}`
  if (!isPhoneNumber(number)) throw new Error(`no number for ${serial}`)
  return number
}
