import { randomInt } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'
import { givenEntries } from '../../src/callbacks/roster/roster.testkit.ts'
import { givenAccount, type GivenAccount } from '../../src/people/people.testkit.ts'
import { serviceHoursOf } from '../../src/city/index.ts'
import type { Platform } from '../../src/platform/context.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { createJobs } from '../../src/platform/jobs/jobs.ts'
import { createLog } from '../../src/platform/log.ts'
import { makeCaseNumber } from '../../src/shared/caseNumber.ts'
import type { TimeRange } from '../../src/shared/timeRange.ts'
import { TestClock } from '../../tests/kit/testClock.ts'

export const CLERKS = 100
export const PROMISES = 10_000
/** Of the work that the clerks of an hour can do. */
const FILLED = 0.8
const WORK_MS = 8 * 60_000

/** A big town hall: a hundred clerks with rosters in one team, ten thousand open promises. */
export interface CallbackHouse {
  platform: Platform & { clock: TestClock }
  cityId: string
  teamId: string
  clerks: readonly GivenAccount[]
  database: pg.Client
  close(): Promise<void>
}

/** Fills the demo city of a running program. The clock stands in the first of the promised windows. */
export async function openCallbackHouse(connection: pg.ClientConfig): Promise<CallbackHouse> {
  const log = createLog('error')
  const pool = connect({ ...connection, max: 8 }, log)
  const live = {
    subscribe: () => () => undefined,
    signal: async () => undefined,
    close: async () => undefined,
  }
  const clock = new TestClock(new Date())
  const platform = { db: pool.db, jobs: createJobs(pool.pool, log), log, live, clock }
  const database = new pg.Client(connection)
  await database.connect()
  const { cityId, teamId } = await findTeam(database)
  // The demo's own people and promises would stand between.
  await database.query('delete from roster where city_id = $1', [cityId])
  const clerks: GivenAccount[] = []
  for (let made = 0; made < CLERKS; made += 1) {
    const clerk = await givenAccount(platform, cityId, 'clerk', { teamIds: [teamId] })
    const week = [1, 2, 3, 4, 5].map((weekday) => ({
      teamId,
      accountId: clerk.account.id,
      weekday,
      opens: 480,
      closes: 1080,
      share: made % 3 === 0 ? 40 : 100,
    }))
    await givenEntries(platform, cityId, ...week)
    clerks.push(clerk)
  }
  const windows = await fill(platform, database, { cityId, teamId })
  clock.set(new Date(windows[0]!.start + 30 * 60_000))
  const close = async (): Promise<void> => {
    await database.end()
    await pool.close()
  }
  return { platform, cityId, teamId, clerks, database, close }
}

const team = z.tuple([z.object({ cityId: z.string(), teamId: z.uuid() })])

async function findTeam(database: pg.Client): Promise<{ cityId: string; teamId: string }> {
  const { rows } = await database.query(
    `select city_id as "cityId", id as "teamId" from team where kind = 'office' order by name limit 1`,
  )
  return team.parse(rows)[0]
}

/** Promises, evenly over as many hours of service as they fill. @returns the hours */
async function fill(
  platform: Platform,
  database: pg.Client,
  { cityId, teamId }: { cityId: string; teamId: string },
): Promise<TimeRange[]> {
  const hours = await serviceHoursOf(platform.db, cityId)
  // A third of the clerks sit at the counter for most of their time.
  const perHour = Math.floor((CLERKS * 0.8 * 3_600_000 * FILLED) / WORK_MS)
  const windows = hours.windows(platform.clock.now(), { count: Math.ceil(PROMISES / perHour) })
  await database.query(
    `insert into "case" (city_id, id, number, channel, team_id, reason, contact_phone, intake_outcome, state, opened_at)
     select $1, gen_random_uuid(), number, 'phone', $2::uuid, 'Fragt nach den Unterlagen für einen Antrag.',
       '+4923125' || lpad(n::text, 6, '0'), 'callback', 'open', now() from unnest($3::text[]) with ordinality u(number, n)`,
    [cityId, teamId, caseNumbers()],
  )
  await database.query(
    `insert into callback (city_id, id, case_id, team_id, window_start, window_end, promised_at, due_from, due_until, books_unit, work_ms)
     select k.city_id, gen_random_uuid(), k.id, k.team_id, w.s, w.e, now(), w.s, w.e, true, $4::int
     from (select *, row_number() over (order by number) - 1 as n from "case" where city_id = $1 and number like 'ZZZ-%') k
     join (select s, e, row_number() over (order by s) - 1 as n from unnest($2::timestamptz[], $3::timestamptz[]) u(s, e)) w
       on w.n = k.n % $5::int`,
    [
      cityId,
      windows.map(({ start }) => new Date(start)),
      windows.map(({ end }) => new Date(end)),
      WORK_MS,
      windows.length,
    ],
  )
  await database.query(
    `insert into window_capacity (city_id, team_id, starts_at, ends_at, capacity_ms, taken_ms)
     select city_id, team_id, due_from, due_until, sum(work_ms), sum(work_ms) from callback
     where city_id = $1 and team_id = $2 and books_unit and state <> 'done' group by 1, 2, 3, 4
     on conflict (city_id, team_id, starts_at, ends_at) do update
       set capacity_ms = excluded.capacity_ms, taken_ms = excluded.taken_ms`,
    [cityId, teamId],
  )
  await database.query('analyze')
  return windows
}

/** With a prefix that no city has. */
function caseNumbers(): string[] {
  const numbers = new Set<string>()
  while (numbers.size < PROMISES) numbers.add(makeCaseNumber('ZZZ', (n) => randomInt(n)))
  return [...numbers]
}

/** Moves every promise so that the first windows have begun by the clock of this machine, which a program over HTTP goes by. */
export async function bringToNow({ database, platform, cityId }: CallbackHouse): Promise<void> {
  const shift = `make_interval(secs => ${(Date.now() - platform.clock.now().getTime()) / 1000})`
  await database.query(
    `update callback set window_start = window_start + ${shift}, window_end = window_end + ${shift},
       due_from = due_from + ${shift}, due_until = due_until + ${shift} where city_id = $1`,
    [cityId],
  )
  await database.query(
    `update window_capacity set starts_at = starts_at + ${shift}, ends_at = ends_at + ${shift} where city_id = $1`,
    [cityId],
  )
}
