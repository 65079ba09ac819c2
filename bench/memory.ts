// resident memory of our process and of the database, idle and after 10,000 cases
import { setTimeout as sleep } from 'node:timers/promises'
import { startBareHono } from './kit/bareHono.ts'
import { FIRST_SERIAL, openDesk } from './kit/desk.ts'
import { canMeasure, proportional, resident } from './kit/memory.ts'
import { megabytes } from './kit/numbers.ts'
import { embeddedDatabase, initdb, startPostgres } from './kit/postgres.ts'
import { report, type Row } from './kit/report.ts'
import { inFolder, type Server, withServer } from './kit/server.ts'

const CASES = 10_000
const AT_ONCE = 8
const IDLE_MS = 10_000
/** One case in three is a callback, as many as clerks can keep; the others are settled in the call. */
const CALLBACK_EVERY = 3

interface Memory {
  ours: number
  database: number
}

/** The same two kinds of process with nothing of ours in them. */
function bare(): Promise<Memory> {
  return inFolder(async (folder) => {
    initdb(folder)
    const database = await startPostgres(folder)
    const hono = await startBareHono()
    await sleep(IDLE_MS)
    const memory = { ours: resident(hono.pid), database: proportional(database.pid) }
    await hono.stop()
    await database.stop()
    return memory
  })
}

async function idle(server: Server, dataDir: string): Promise<Memory> {
  await sleep(IDLE_MS)
  return { ours: resident(server.pid), database: proportional(embeddedDatabase(dataDir).pid) }
}

/** Cases as agents save them; the connections for preparing the calls are gone before anything is measured. */
async function saveCases(server: Server, dataDir: string): Promise<void> {
  const desk = await openDesk(server, dataDir)
  await desk.prepareCalls(FIRST_SERIAL, CASES)
  let next = FIRST_SERIAL
  const work = async () => {
    while (next < FIRST_SERIAL + CASES) {
      const serial = next++
      await desk.complete(serial, serial % CALLBACK_EVERY === 0 ? 'callback' : 'settled')
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  await desk.close()
}

if (!canMeasure()) {
  console.log('memory: not measured, this needs the process information of Linux (/proc).')
  process.exit(0)
}
const peer = await bare()
const [before, after] = await withServer(async (server, dataDir) => {
  const first = await idle(server, dataDir)
  await saveCases(server, dataDir)
  return [first, await idle(server, dataDir)]
})

const row = (what: string, figure: number, against: string, least: number): Row => ({
  what,
  figure: megabytes(figure),
  against: `${against}: ${megabytes(least)}`,
  ratio: figure / least,
})
report(
  'memory: ten seconds after start, and ten seconds after 10,000 cases',
  [
    row('our process, idle', before.ours, 'bare Hono on the same Node', peer.ours),
    row('our process, after 10,000 cases', after.ours, 'bare Hono on the same Node', peer.ours),
    row('database, idle', before.database, 'postgres alone', peer.database),
    row('database, after 10,000 cases', after.database, 'postgres alone', peer.database),
  ],
  [
    'Our process: resident size, right after the work and without a forced collection. Database: all its processes, what they share counted once (PSS). Cases are saved through HTTP, eight at a time.',
  ],
)
