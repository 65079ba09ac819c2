import { givenAbsence, givenEntries } from '../../src/callbacks/roster/roster.testkit.ts'
import { type GivenCity, givenCity } from '../../src/city/city.testkit.ts'
import { givenAccount } from '../../src/people/people.testkit.ts'
import type { StaffContext } from '../../src/platform/context.ts'
import { serviceHoursOf } from '../../src/city/index.ts'
import { dayClockOf, instantOf, minuteOfWall } from '../../src/shared/dayClock.ts'
import type { TestDatabase } from '../kit/database.ts'
import { type MonthSize, serviceDates } from './plan.ts'
import { seeded } from './random.ts'

export type SimulationPlatform = TestDatabase['platform']

/** Minutes since midnight. */
const at = (hour: number, minute = 0): number => 60 * hour + minute
const WHOLE_WEEK = [1, 2, 3, 4, 5]
const PAUSE = { opens: at(10, 15), closes: at(10, 30) }

/** Who makes the callbacks of a Bürgerbüro: two all day, part-time in the mornings and at either end of the week, three at the counter. */
const ROSTER = [
  { weekdays: WHOLE_WEEK, opens: at(8), closes: at(18), pause: PAUSE, share: 100 },
  { weekdays: WHOLE_WEEK, opens: at(8), closes: at(18), pause: PAUSE, share: 90 },
  { weekdays: WHOLE_WEEK, opens: at(8), closes: at(12, 30), pause: null, share: 100 },
  { weekdays: [1, 2, 3], opens: at(8), closes: at(16), pause: PAUSE, share: 100 },
  { weekdays: [3, 4, 5], opens: at(8), closes: at(18), pause: PAUSE, share: 100 },
  { weekdays: WHOLE_WEEK, opens: at(8), closes: at(18), pause: null, share: 40 },
  { weekdays: WHOLE_WEEK, opens: at(9), closes: at(18), pause: null, share: 40 },
  { weekdays: [1, 2, 4], opens: at(13, 30), closes: at(18), pause: null, share: 60 },
] as const

/** So many of a hundred days somebody is not there; half of them are known the week before, half are told in the morning. */
const ABSENT = 0.1

export interface Clerk {
  ctx: StaffContext
  accountId: string
  /** Dates on which the person does not come. */
  away: ReadonlySet<string>
}

export interface Absence {
  accountId: string
  date: string
  /** When the lead enters it. */
  at: number
}

export interface Office {
  platform: SimulationPlatform
  city: GivenCity
  teamId: string
  agent: StaffContext
  admin: StaffContext
  lead: StaffContext
  clerks: readonly Clerk[]
  /** Absences of the day itself. */
  sudden: readonly Absence[]
}

/** A city hall with its roster and the absences that are known before the month begins. */
export async function openOffice(platform: SimulationPlatform, size: MonthSize): Promise<Office> {
  const city = await givenCity(platform, { callbacksPerHour: { office: 22 } })
  const { cityId, teams } = city
  const hours = await serviceHoursOf(platform.db, cityId)
  const dates = serviceDates(hours, size.first, size.serviceDays)
  const random = seeded(size.seed + 1)
  const clerks: Clerk[] = []
  const sudden: Absence[] = []
  for (const entry of ROSTER.slice(0, Math.ceil(ROSTER.length * size.officeSize))) {
    const { ctx, account } = await givenAccount(platform, cityId, 'clerk')
    const { weekdays, ...times } = entry
    for (const weekday of weekdays)
      await givenEntries(platform, cityId, { teamId: teams.office, accountId: account.id, weekday, ...times })
    const away = dates.filter(() => random() < ABSENT)
    for (const date of away) {
      if (random() < 0.5) await givenAbsence(platform, cityId, account.id, date)
      else sudden.push({ accountId: account.id, date, at: localTime(date, at(8) + 60 * random()) })
    }
    clerks.push({ ctx, accountId: account.id, away: new Set(away) })
  }
  const [agent, admin, lead] = [
    await givenAccount(platform, cityId, 'agent'),
    await givenAccount(platform, cityId, 'admin'),
    await givenAccount(platform, cityId, 'lead'),
  ]
  const staff = { agent: agent.ctx, admin: admin.ctx, lead: lead.ctx }
  return { platform, city, teamId: teams.office, ...staff, clerks, sudden }
}

/** The instant of a wall clock time in Germany; minutes since midnight. */
export function localTime(date: string, minute: number): number {
  const clock = dayClockOf('Europe/Berlin', date)
  return instantOf(clock, minuteOfWall(clock, Math.round(minute)))
}
