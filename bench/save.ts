// cases saved per second through HTTP beside pgbench running the bare SQL of the same transaction
import { long } from './kit/built.ts'
import { type Desk, FIRST_SERIAL, openDesk } from './kit/desk.ts'
import { findPgbench, runPgbench, writeScripts } from './kit/pgbench.ts'
import { embeddedDatabase } from './kit/postgres.ts'
import { median, whole } from './kit/numbers.ts'
import { report, type Row } from './kit/report.ts'
import { inFolder, startServer } from './kit/server.ts'
import { recordCompletes } from './kit/sqlOfComplete.ts'

const CASES = long ? 3000 : 400
const ROUNDS = 3
const CONCURRENCY = [1, 4, 16]
/** As many as the desk offers; the scripts then book in the same windows as the requests. */
const WINDOWS = 6
/** Serials of different runs never meet: pgbench adds a million per client. */
const NEXT_RUN = 100_000_000

/** Completes `CASES` prepared calls with so many requests under way at once. @returns cases per second */
async function overHttp(desk: Desk, atOnce: number, from: number): Promise<number> {
  await desk.prepareCalls(from, CASES)
  let next = from
  const begun = performance.now()
  const work = async () => {
    while (next < from + CASES) await desk.complete(next++, 'callback')
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return CASES / ((performance.now() - begun) / 1000)
}

async function withoutHttp(desk: Desk, program: string, dataDir: string, run: Run): Promise<number> {
  const perClient = Math.ceil(CASES / run.clients)
  for (let client = 0; client < run.clients; client++)
    await desk.prepareCalls(run.base + client * 1_000_000 + 1, perClient)
  const { scripts, clients, base } = run
  const set = { base, turn: 0 }
  const { connection } = embeddedDatabase(dataDir)
  return runPgbench(program, connection, { scripts, clients, perClient, set, mode: 'simple' })
}

interface Run {
  scripts: readonly string[]
  clients: number
  base: number
}

await inFolder(async (folder) => {
  const recorded = await recordCompletes(folder, WINDOWS)
  const scripts = writeScripts(folder, recorded)
  const program = findPgbench()
  const server = await startServer(folder)
  const rows: Row[] = []
  try {
    const desk = await openDesk(server, folder)
    let base = FIRST_SERIAL + NEXT_RUN
    await overHttp(desk, 4, base)
    for (const clients of CONCURRENCY) {
      const ours: number[] = []
      const bare: number[] = []
      // In turns: what else the machine does meets both.
      for (let round = 0; round < ROUNDS; round++) {
        base += NEXT_RUN
        ours.push(await overHttp(desk, clients, base))
        base += NEXT_RUN
        if (program) bare.push(await withoutHttp(desk, program, folder, { scripts, clients, base }))
      }
      rows.push({
        what: `cases per second, ${clients} at once`,
        figure: whole(median(ours)),
        against: program
          ? `pgbench: ${whole(median(bare))}`
          : 'pgbench is not installed (Debian: postgresql-15)',
        ratio: program ? median(ours) / median(bare) : null,
      })
    }
    await desk.close()
  } finally {
    await server.stop()
  }
  report('save: complete the record of a call with a callback', rows, [
    `Median of ${ROUNDS} rounds in turns, ${CASES} cases each, after as many to warm up. A case is one transaction of ${recorded[0]?.statements.length ?? 0} statements with a real commit to disk (fsync). pgbench replays them as one such request wrote them down, with ids of their own and the same windows to book in. Sign-in check, input check, rules and the client that sends the requests share the cores with the database; pgbench spends them on the database alone.`,
  ])
})
