import { spawn, spawnSync } from 'node:child_process'
import { accessSync, chownSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { EmbeddedDatabaseError } from './error.ts'
import type { Places } from './places.ts'

export function initialise(places: Places): void {
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

export async function startServer(places: Places): Promise<void> {
  if (isRunning(places) && (await answers(places))) return
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
      return
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

export function connectionTo(places: Places): pg.ClientConfig {
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

/** Ends the server; clients that are still connected are cut off. */
export async function stopServer(places: Places): Promise<void> {
  const pid = postmasterPid(places)
  if (alive(pid)) process.kill(pid, 'SIGINT')
  for (let waited = 0; alive(pid) && waited < 30_000; waited += 25) await sleep(25)
}

export const isRunning = (places: Places): boolean => alive(postmasterPid(places))
