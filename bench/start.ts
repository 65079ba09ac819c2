// from the start of the program to its first answer, with an empty and with a used data folder
import { spawnSync } from 'node:child_process'
import { long } from './kit/built.ts'
import { median, ms, timed } from './kit/numbers.ts'
import { initdb, startPostgres } from './kit/postgres.ts'
import { report, type Row } from './kit/report.ts'
import { inFolder, startServer } from './kit/server.ts'

const RUNS = long ? 15 : 5

interface Run {
  cold: number
  warm: number
  npmStart: number
}

/** Cold makes the database, its schema and the demo city; warm finds them. */
function ours(): Promise<Run> {
  return inFolder(async (folder) => {
    const start = async (command?: readonly string[]) => {
      const begun = performance.now()
      const server = await startServer(folder, command)
      const taken = performance.now() - begun
      await server.stop()
      return taken
    }
    return { cold: await start(), warm: await start(), npmStart: await start(['npm', 'start']) }
  })
}

/** The same database programs and an empty Node: below this no start of ours can go. */
function bare(): Promise<Run> {
  return inFolder(async (folder) => {
    const start = async () => {
      const postgres = await startPostgres(folder)
      return postgres.stop
    }
    let stop = async (): Promise<void> => undefined
    const cold = await timed(async () => {
      initdb(folder)
      stop = await start()
    })
    await stop()
    const database = await timed(async () => (stop = await start()))
    await stop()
    const node = await timed(() => spawnSync(process.execPath, ['-e', '0']))
    const npm = await timed(() => spawnSync('npm', ['--version']))
    return { cold: cold + node, warm: database + node, npmStart: database + node + npm }
  })
}

const our: Run[] = []
const limit: Run[] = []
for (let run = 0; run < RUNS; run++) {
  our.push(await ours())
  limit.push(await bare())
}

function row(what: string, key: keyof Run, against: string): Row {
  const figure = median(our.map((run) => run[key]))
  const least = median(limit.map((run) => run[key]))
  return { what, figure: ms(figure), against: `${against}: ${ms(least)}`, ratio: figure / least }
}

const npmStart = median(our.map((run) => run.npmStart))
report(
  `start: to the first 200 of /health/ready, median of ${RUNS}`,
  [
    row('cold: program, empty data folder', 'cold', 'initdb + postgres + node'),
    row('warm: program, second start', 'warm', 'postgres + node'),
    row('warm: whole npm start', 'npmStart', 'postgres + node + npm --version'),
  ],
  [
    `The whole npm start, warm, is ${npmStart < 5000 ? 'below' : 'ABOVE'} the 5 s that are promised. It includes the checks of the lock file and of every source.`,
  ],
)
