import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { packagedPrograms } from '../../src/platform/db/embedded/places.ts'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { createLog } from '../../src/platform/log.ts'
import { type Api, signInApi } from '../kit/api.ts'
import { startServer, type TestServer } from '../kit/server.ts'

const AGENTS = ['agentin', 'agent2', 'sachbearbeitung', 'buergertelefon'] as const
const folders: string[] = []
const cleanups: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const cleanup of cleanups) await cleanup()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fz-kill-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** Takes a training call and completes its record. @returns the acknowledged case number, or null when nothing was acknowledged */
async function saveOne(api: Api, reason: string): Promise<string | null> {
  const { call } = (await api.get('/api/v1/desk')).body as { call: { id: string; stage: string } | null }
  const callId = call?.id ?? ((await api.post('/api/v1/desk/training')).body as { callId?: string }).callId
  if (!callId) return null
  if (call?.stage !== 'connected' && call?.stage !== 'ended')
    await api.post(`/api/v1/desk/calls/${callId}/accept`)
  const saved = await api.post(`/api/v1/desk/calls/${callId}/complete`, { outcome: 'settled', reason })
  return saved.status === 200 ? ((saved.body as { caseNumber: string | null }).caseNumber ?? null) : null
}

/** Saves as fast as the server answers until told to stop; a request that failed acknowledged nothing. */
async function saveAndSave(
  server: TestServer,
  acknowledged: string[],
  stopped: () => boolean,
): Promise<void> {
  await Promise.all(
    AGENTS.map(async (login) => {
      let api: Api | null = null
      for (let n = 0; !stopped(); n++) {
        try {
          api ??= await signInApi(server, login)
          const number = await saveOne(api, `${login} ${n}`)
          if (number) acknowledged.push(number)
        } catch (error) {
          // The server is gone or not back yet: exactly what is tested.
          if (!(error instanceof Error)) throw error
          await sleep(50)
        }
      }
    }),
  )
}

async function expectAllThere(server: TestServer, acknowledged: readonly string[]): Promise<void> {
  const lead = await signInApi(server, 'leitung')
  const missing: string[] = []
  for (const number of acknowledged) {
    const found = await lead.get(`/api/v1/cases?number=${encodeURIComponent(number)}`)
    if (found.status !== 200) missing.push(`${number}: ${found.status}`)
  }
  expect(missing).toEqual([])
}

async function killProgramDuringSaves(env: Record<string, string>): Promise<void> {
  const dataDir = newFolder()
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round++) {
    const server = await startServer({ dataDir, env })
    let stopped = false
    const saving = saveAndSave(server, acknowledged, () => stopped)
    const before = acknowledged.length
    while (acknowledged.length < before + 15) await sleep(10)
    server.process.kill('SIGKILL')
    stopped = true
    await saving
  }
  const server = await startServer({ dataDir, env })
  try {
    await expectAllThere(server, acknowledged)
  } finally {
    await server.stop()
  }
}

async function killDatabaseDuringSaves(
  env: Record<string, string>,
  postmaster: (dataDir: string) => number,
): Promise<void> {
  const dataDir = newFolder()
  const server = await startServer({ dataDir, env })
  try {
    const acknowledged: string[] = []
    let stopped = false
    const saving = saveAndSave(server, acknowledged, () => stopped)
    for (let round = 1; round <= 3; round++) {
      const before = acknowledged.length
      // Saving goes on by itself once the database is back.
      while (acknowledged.length < before + 15) await sleep(10)
      process.kill(postmaster(dataDir), 'SIGKILL')
    }
    const before = acknowledged.length
    while (acknowledged.length < before + 5) await sleep(10)
    stopped = true
    await saving
    await expectAllThere(server, acknowledged)
  } finally {
    await server.stop()
  }
}

const pidIn = (folder: string): number =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

describe('given the embedded database', () => {
  test('kill -9 of the program during saves loses no acknowledged case', () => killProgramDuringSaves({}))
  test('kill -9 of the database during saves loses no acknowledged case', () =>
    killDatabaseDuringSaves({}, pidIn))
})

describe('given a database server of its own', () => {
  // A server is whatever DATABASE_URL names: here PostgreSQL of this system where there is one, started beside the program.
  async function startDatabaseServer(): Promise<{ url: string; folder: string }> {
    const folder = newFolder()
    const server = await startEmbeddedDatabase(
      folder,
      createLog('silent'),
      process.env['TEST_POSTGRES_BIN'] || packagedPrograms(),
    )
    cleanups.push(() => server.stop())
    const { host, user, database } = server.connection
    return { url: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host!)}`, folder }
  }

  test('kill -9 of the program during saves loses no acknowledged case', async () => {
    const { url } = await startDatabaseServer()
    await killProgramDuringSaves({ DATABASE_URL: url })
  })

  test('kill -9 of the database during saves loses no acknowledged case', async () => {
    const { url, folder } = await startDatabaseServer()
    await killDatabaseDuringSaves({ DATABASE_URL: url }, () => pidIn(folder))
  })
})
