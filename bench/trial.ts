// a trial of 100,000 calls a month: importing what was before, counting, working out the result, and all of it anew
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { serviceHoursOf, teamsOf } from '../src/city/index.ts'
import { newId } from '../src/platform/ids.ts'
import { seedDemo } from '../src/seed/index.ts'
import { callInTrial, callsOn, caseOf } from '../src/seed/demoTrial/history.ts'
import { type Cast, insertHistory } from '../src/seed/demoTrial/historyStore.ts'
import { datesBetween } from '../src/shared/dayClock.ts'
import { importPast } from '../src/trial/baseline/importPast.ts'
import { randomFrom } from '../src/trial/comparison/random.ts'
import { figuresFromEvents } from '../src/trial/figuresFromEvents.ts'
import { TRIAL_FIGURES } from '../src/trial/plan/figures.ts'
import { eventsOf, inOneMoment } from '../src/trial/store.ts'
import { TOLD_KINDS } from '../src/trial/toldEvents.ts'
import { aPlan } from '../src/trial/trial.testkit.ts'
import { judge } from '../src/trial/verdict/judge.ts'
import { readInputs } from '../src/trial/verdict/readInputs.ts'
import { resident } from './kit/memory.ts'
import { megabytes, ms, timed, whole } from './kit/numbers.ts'
import { report } from './kit/report.ts'
import { withTestPlatform } from './kit/testPlatform.ts'

const CITY = 'luenen'
const CALLS = 100_000
/** Enter, connect, complete: 250,000 calls and a bit more than three lines each, as a busy year has them. */
const PAST_CALLS = 333_334
const COUNTED_AT = new Date('2026-04-20T08:00:00Z')
const MONTH = { from: '2026-03-02', to: '2026-03-31' }

function pastFile(): Buffer {
  const lines: string[] = []
  for (let call = 0; call < PAST_CALLS; call += 1) {
    const at = 1_756_713_600 + call * 45
    const id = `${at}.${call}`
    const wait = (call * 7) % 2_000
    lines.push(
      `${at}|${id}|buero|NONE|ENTERQUEUE||anonymous|3`,
      `${at + wait}|${id}|buero|SIP/21|CONNECT|${wait}|${at}.x|3`,
      `${at + wait + 90}|${id}|buero|SIP/21|COMPLETECALLER|${wait}|90|3`,
    )
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}

const folder = mkdtempSync(join(tmpdir(), 'fz-trial-'))
try {
  await withTestPlatform(async (platform) => {
    platform.clock.set('2026-11-23T08:00:00Z')
    await seedDemo(platform, { dataDir: folder, url: 'http://localhost' })
    const { db } = platform
    const accounts = await db
      .selectFrom('account')
      .select(['id', 'role'])
      .where('city_id', '=', CITY)
      .execute()
    const ofRole = (role: string) => accounts.flatMap((one) => (one.role === role ? [one.id] : []))
    const teams = await teamsOf(db, CITY)
    const line = await db
      .selectFrom('line')
      .select('id')
      .where('city_id', '=', CITY)
      .executeTakeFirstOrThrow()
    const cast: Cast = {
      cityId: CITY,
      casePrefix: 'LX',
      lineId: line.id,
      serviceDeskId: teams.find(({ kind }) => kind === 'service-desk')!.id,
      officeId: teams.find(({ kind }) => kind === 'office')!.id,
      agentIds: ofRole('agent'),
      clerkIds: ofRole('clerk'),
    }
    const hours = await serviceHoursOf(db, CITY)
    const days = datesBetween(MONTH.from, MONTH.to)
      .map((day) => ({ day, openings: hours.openingsOn(day) }))
      .filter(({ openings }) => openings.length > 0)
    const random = randomFrom(1)
    for (const [n, day] of days.entries()) {
      const calls = callsOn(day, Math.ceil(CALLS / days.length), random, (at) => callInTrial(at, random))
      const history = calls.map((call) =>
        call.talkMs === null ? call : caseOf(call, days[n + 1] ?? null, random),
      )
      // Numbers are drawn anew each day; a letter of its own keeps them apart.
      const ofDay = { ...cast, casePrefix: `M${String.fromCodePoint(65 + n)}` }
      await db.transaction().execute((tx) => insertHistory(tx, ofDay, history))
    }
    await sql`analyze`.execute(db)

    const lead = {
      ...platform,
      cityId: CITY,
      actor: {
        kind: 'account' as const,
        accountId: ofRole('lead')[0]!,
        sessionId: newId(),
        role: 'lead' as const,
        name: 'Leitung',
        teamIds: [],
      },
    }
    const bytes = pastFile()
    const before = resident(process.pid)
    const imported = await timed(() => importPast(lead, { name: 'queue_log', bytes }))
    const after = resident(process.pid)
    const bareRows = await timed(() =>
      sql`create temporary table bare as select * from past_call limit 0; insert into bare select * from past_call`.execute(
        db,
      ),
    ).catch(() => Number.NaN)

    const plan = aPlan({
      period: MONTH,
      baseline: { from: '2025-10-01', to: '2026-01-31', source: 'imported', queues: ['buero'] },
      targets: TRIAL_FIGURES.map((figure) => ({ figure, share: 0.5 })),
    })
    const id = newId()
    let inputs = await inOneMoment(db, (tx) => readInputs(tx, CITY, { id, plan }, COUNTED_AT))
    const counted = await timed(async () => {
      inputs = await inOneMoment(db, (tx) => readInputs(tx, CITY, { id, plan }, COUNTED_AT))
    })
    const bareCount = await timed(() =>
      sql`select count(*) from call where city_id = ${CITY} and offered_at >= '2026-03-01' and offered_at < '2026-04-01'`.execute(
        db,
      ),
    )
    const judged = await timed(() => judge(inputs))
    let events = 0
    async function* counting() {
      for await (const event of eventsOf(db, CITY, TOLD_KINDS)) {
        events += 1
        yield event
      }
    }
    const folded = await timed(() => figuresFromEvents(counting(), 'Europe/Berlin'))
    const readAlone = await timed(async () => {
      for await (const _ of eventsOf(db, CITY, TOLD_KINDS)) continue
    })
    const lines = PAST_CALLS * 3
    report(
      `a trial month of ${whole(CALLS)} calls, ${whole(PAST_CALLS)} calls before it`,
      [
        {
          what: 'lines of a queue_log imported per second',
          figure: whole((lines / imported) * 1000),
          against: `its rows copied in the database: ${ms(bareRows)}, imported: ${ms(imported)}`,
          ratio: imported / bareRows,
        },
        {
          what: 'memory after importing, the file itself included',
          figure: megabytes(after),
          against: `${megabytes(before)} before, a file of ${megabytes(bytes.length)}`,
          ratio: after / before,
        },
        {
          what: 'all figures of both periods',
          figure: ms(counted),
          against: `the calls of the month counted alone: ${ms(bareCount)}`,
          ratio: counted / bareCount,
        },
        {
          what: `the result: ${TRIAL_FIGURES.length} targets, 2,000 replicates for each interval`,
          figure: ms(judged),
          against: 'goal 10 s',
          ratio: judged / 10_000,
        },
        {
          what: 'events replayed per second',
          figure: whole((events / folded) * 1000),
          against: `${whole((events / readAlone) * 1000)} read alone`,
          ratio: readAlone / folded,
        },
      ],
      [`${whole(events)} events.`],
    )
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
