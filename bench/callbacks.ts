// next best, offer of windows and re-check with 10,000 open promises and 100 clerks
import pg from 'pg'
import { built, long } from './kit/built.ts'
import { bringToNow, type CallbackHouse, CLERKS, openCallbackHouse, PROMISES } from './kit/callbackHouse.ts'
import { LeanClient } from './kit/lean.ts'
import { ms, percentile, timed, whole } from './kit/numbers.ts'
import { embeddedDatabase } from './kit/postgres.ts'
import { report, type Row } from './kit/report.ts'
import { inFolder, startServer } from './kit/server.ts'

const TIMES = long ? 1000 : 300
const WARM = 30

const { takeNext } = await built<typeof import('../src/callbacks/worklist/takeNext.ts')>(
  'callbacks/worklist/takeNext.js',
)
const { windowsFor } = await built<typeof import('../src/callbacks/windows/windowsFor.ts')>(
  'callbacks/windows/windowsFor.js',
)
const { atRiskNow } =
  await built<typeof import('../src/callbacks/alarm/atRisk.ts')>('callbacks/alarm/atRisk.js')
const { recheck } = await built<typeof import('../src/callbacks/alarm/recheck.ts')>(
  'callbacks/alarm/recheck.js',
)

/** Milliseconds of each run, after some to warm up. */
async function times(work: (turn: number) => Promise<unknown>, count = TIMES): Promise<number[]> {
  const taken: number[] = []
  for (let turn = -WARM; turn < count; turn += 1) {
    const took = await timed(() => work(turn))
    if (turn >= 0) taken.push(took)
  }
  return taken
}

/** Everything that happens at once, each one's own time. */
async function crowd(work: (worker: number) => Promise<unknown>, rounds: number): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(
      Array.from({ length: CLERKS }, async (_, worker) => {
        taken.push(await timed(() => work(worker)))
      }),
    )
  return taken
}

const figures = (taken: readonly number[]): string =>
  `${ms(percentile(taken, 0.5))}, ${ms(percentile(taken, 0.99))}`

function rowOf(what: string, taken: readonly number[], against: string, peer: readonly number[]): Row {
  const ratio = percentile(taken, 0.5) / percentile(peer, 0.5)
  return { what: `${what}, p50, p99`, figure: figures(taken), against: `${against}: ${figures(peer)}`, ratio }
}

const clerkOf = ({ clerks }: CallbackHouse, turn: number) => clerks[(turn + WARM) % clerks.length]!

/** The least SQL that takes the one that is due first, with its event, from the same rows: one transaction, one connection. */
async function bareNext({ cityId, teamId, clerks, platform }: CallbackHouse, database: pg.Client) {
  const owner = clerks[0]!.account.id
  const now = platform.clock.now()
  return times(async () => {
    await database.query('begin')
    await database.query(
      `with next as (select id from callback where city_id = $1 and team_id = $2 and state = 'waiting' and promise = 'open'
           and due_from <= $3 order by due_until limit 1 for update skip locked), taken as (
         update callback set state = 'taken', owner_id = $4, taken_at = $3 from next where callback.city_id = $1
           and callback.id = next.id returning callback.id)
       insert into event (city_id, id, at, actor_kind, actor_id, kind, version, subject_id, data)
         select $1::text, gen_random_uuid(), $3::timestamptz, 'account', $4::uuid, 'callback.taken', 1, id::text, '{}' from taken`,
      [cityId, teamId, now, owner],
    )
    await database.query('commit')
  })
}

/** One row changed and on the disk. */
async function commits(database: pg.Client): Promise<number[]> {
  await database.query('create table if not exists bench_commit (n int); truncate bench_commit')
  await database.query('insert into bench_commit values (0)')
  return times(() => database.query('update bench_commit set n = n + 1'))
}

/** Half of the clerks are away for good, and come back: each time all promises are looked at again. */
async function rechecks({ platform, cityId, teamId, clerks, database }: CallbackHouse): Promise<number[]> {
  const half = clerks.slice(0, CLERKS / 2).map(({ account }) => account.id)
  const taken: number[] = []
  for (let turn = 0; turn < 10; turn += 1) {
    await (turn % 2 === 0
      ? database.query(
          `insert into roster_absence (city_id, id, account_id, from_date)
             select $1, gen_random_uuid(), a, $3::date from unnest($2::uuid[]) a`,
          [cityId, half, platform.clock.now().toISOString().slice(0, 10)],
        )
      : database.query('delete from roster_absence where city_id = $1', [cityId]))
    taken.push(await timed(() => recheck({ ...platform, cityId, actor: { kind: 'system' } })))
  }
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int from callback where city_id = $1 and team_id = $2 and promise = 'open'`,
    [cityId, teamId],
  )
  if ((rows[0]?.count ?? 0) < PROMISES) throw new Error(`only ${rows[0]?.count} promises are open`)
  return taken
}

/** What `work` asks the database, to be asked again without the program. */
async function statementsOf(work: () => Promise<unknown>): Promise<{ text: string; values: unknown[] }[]> {
  const told: { text: string; values: unknown[] }[] = []
  const { query } = pg.Client.prototype
  Object.defineProperty(pg.Client.prototype, 'query', {
    configurable: true,
    value(this: pg.Client, ...given: unknown[]) {
      const [text, values] = given
      if (typeof text === 'string') told.push({ text, values: Array.isArray(values) ? values : [] })
      return Reflect.apply(query, this, given)
    },
  })
  try {
    await work()
  } finally {
    Object.defineProperty(pg.Client.prototype, 'query', { configurable: true, value: query })
  }
  return told
}

await inFolder(async (folder) => {
  const server = await startServer(folder)
  const rows: Row[] = []
  const client = new LeanClient(server.url)
  const { connection } = embeddedDatabase(folder)
  const house = await openCallbackHouse(connection)
  try {
    const { platform, cityId, teamId, database } = house
    const offer = () => windowsFor(platform.db, cityId, teamId, platform.clock.now(), 6)
    const asked = await statementsOf(offer)
    const replayed = () =>
      asked.reduce<Promise<unknown>>(
        (before, { text, values }) => before.then(() => database.query(text, values)),
        Promise.resolve(),
      )
    const limit = await commits(database)
    rows.push(
      rowOf(
        'offer of six windows',
        await times(offer),
        `its ${asked.length} statements alone`,
        await times(replayed),
      ),
    )
    rows.push(
      rowOf(
        're-check of all promises, half of the roster changed',
        await rechecks(house),
        'one commit (fsync)',
        limit,
      ),
    )
    const next = await times((turn) => takeNext({ ...clerkOf(house, turn).ctx, ...platform }))
    rows.push(rowOf('next best, the verb', next, 'least SQL by pg', await bareNext(house, database)))
    rows.push(rowOf('next best, the verb', next, 'one commit (fsync)', limit))
    // After the next best: the rows that it leaves behind would be collected in the other's time.
    const board = () => atRiskNow(platform.db, cityId, platform.clock.now())
    const dueDates = () =>
      database.query(
        `select id, team_id, window_start, window_end, work_ms from callback where city_id = $1 and promise = 'open'`,
        [cityId],
      )
    rows.push(
      rowOf(
        'what is at risk, for the board',
        await times(board, 30),
        'all due dates by pg',
        await times(dueDates, 30),
      ),
    )
    await bringToNow(house)
    const ask = (cookie: string) => async () => {
      const answer = await client.ask({
        method: 'POST',
        path: '/api/v1/callbacks/next',
        headers: { cookie },
        body: {},
      })
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.toString()}`)
    }
    const overHttp = await times((turn) => ask(clerkOf(house, turn).cookie)())
    rows.push(rowOf('next best over HTTP, with the whole case', overHttp, 'one commit (fsync)', limit))
    const atOnce = await crowd((worker) => ask(house.clerks[worker]!.cookie)(), long ? 10 : 3)
    rows.push(
      rowOf(`next best over HTTP, ${CLERKS} at the same moment`, atOnce, 'one after another', overHttp),
    )
  } finally {
    client.close()
    await house.close()
    await server.stop()
  }
  report(`callbacks: ${whole(PROMISES)} open promises, ${CLERKS} clerks with rosters`, rows, [
    'One after another except the last line. Each taking is a transaction with its event and a real commit to disk. "Least SQL" takes what is due first and knows no rule about whose it is, its language or its length. The program, the client and the database share the cores.',
  ])
})
