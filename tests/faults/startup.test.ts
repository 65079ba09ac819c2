import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { createLog } from '../../src/platform/log.ts'
import { root } from '../../src/root.ts'

const program = join(root, 'dist/server/cli.js')
const folders: string[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fz-startup-'))
  folders.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Runs the built program until it gives up; the settings of this shell do not reach it. */
function tryStart(env: Record<string, string>): { status: number | null; said: string } {
  const done = spawnSync(process.execPath, [program, 'start'], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status: done.status, said: done.stderr.trim() }
}

/** One sentence for people: no stack, no English machine text. */
function expectOneSentence(
  { status, said }: { status: number | null; said: string },
  sentence: RegExp,
): void {
  expect(said).toMatch(sentence)
  expect(said.split('\n')).toHaveLength(1)
  expect(said).not.toMatch(/\bat .*:\d+:\d+/)
  expect(status).toBe(1)
}

test('given a setting that makes no sense, the start ends with one sentence', () => {
  expectOneSentence(
    tryStart({ PORT: 'achtzig', DATA_DIR: newFolder() }),
    /^Einstellung PORT: muss eine Zahl sein\.$/,
  )
})

test('given a port in use, the start ends with one sentence and leaves no database running', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = (server.address() as { port: number }).port
  const folder = newFolder()
  try {
    expectOneSentence(
      tryStart({ PORT: String(port), DATA_DIR: folder }),
      new RegExp(`^Der Port ${port} ist schon belegt`),
    )
    expect(spawnSync('pgrep', ['-f', `${folder}/postgres`]).stdout.toString()).toBe('')
  } finally {
    server.close()
  }
})

test('given a database server that is not there, the start ends with one sentence', () => {
  expectOneSentence(
    tryStart({ PORT: '0', DATA_DIR: newFolder(), DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }),
    /^Die Datenbank ist nicht zu erreichen: unter der Adresse in DATABASE_URL antwortet niemand\.$/,
  )
})

test('given a database of a newer version, the start ends with one sentence', async () => {
  const folder = newFolder()
  const database = await startEmbeddedDatabase(folder, createLog('silent'))
  const client = new pg.Client(database.connection)
  await client.connect()
  await client.query(
    'create table schema_migration (number int primary key, name text not null, applied_at timestamptz not null default now())',
  )
  await client.query(`insert into schema_migration (number, name) values (9999, 'future')`)
  await client.end()
  await database.stop()
  expectOneSentence(
    tryStart({ PORT: '0', DATA_DIR: folder }),
    /^Die Datenbank gehört zu einer neueren Version/,
  )
})

if (process.getuid?.() === 0) {
  test('given a full disk, the start ends with one sentence', () => {
    const folder = newFolder()
    // Else the data would move to a disk with room.
    chmodSync(folder, 0o755)
    const mounted = join(folder, 'small')
    mkdirSync(mounted)
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', mounted])
    expect(mount.status, mount.stderr.toString()).toBe(0)
    try {
      expectOneSentence(tryStart({ PORT: '0', DATA_DIR: mounted }), /kein Platz/)
    } finally {
      spawnSync('umount', [mounted])
    }
  })
}

test('given SIGTERM, the program stops cleanly with its database', async () => {
  const folder = newFolder()
  const child = spawn(process.execPath, [program, 'start'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  child.kill('SIGTERM')
  const code = await new Promise((resolve) => child.once('exit', resolve))
  expect(code).toBe(0)
  expect(spawnSync('pgrep', ['-f', `${folder}/postgres`]).stdout.toString()).toBe('')
})

test('given `npm start` is ended, the program and its database end too', async () => {
  const folder = newFolder()
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((resolve) =>
    npm.stdout.on('data', (text: Buffer) => text.includes('läuft') && resolve()),
  )
  npm.kill('SIGTERM')
  await expect
    .poll(() => spawnSync('pgrep', ['-f', `${folder}/postgres`]).stdout.toString(), { timeout: 20_000 })
    .toBe('')
})
