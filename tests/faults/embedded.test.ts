import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { createLog } from '../../src/platform/log.ts'

const log = createLog('silent')
const folders: string[] = []
const running: EmbeddedDatabase[] = []

afterAll(async () => {
  for (const database of running) await database.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function ask(database: EmbeddedDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function newFolder(below: string): string {
  const folder = mkdtempSync(join(below, '.fz-embedded-'))
  folders.push(folder)
  return folder
}

const postmaster = (data: string): number =>
  Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

async function eventually<T>(attempt: () => Promise<T>, seconds = 20): Promise<T> {
  const until = Date.now() + seconds * 1000
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(100)
    }
  }
}

test('given kill -9 on the database process, it is started again with every committed row', async () => {
  const data = newFolder(tmpdir())
  const database = await startEmbeddedDatabase(data, log)
  running.push(database)
  await ask(database, 'create table fact (n int); insert into fact select generate_series(1, 1000)')
  const before = postmaster(data)
  process.kill(before, 'SIGKILL')
  const rows = await eventually(() => ask(database, 'select count(*)::int as n from fact'))
  expect(rows).toEqual([{ n: 1000 }])
  expect(postmaster(data)).not.toBe(before)
})

test('given a database that outlived its starter, a second start takes it over', async () => {
  const data = newFolder(tmpdir())
  const first = await startEmbeddedDatabase(data, log)
  running.push(first)
  const pid = postmaster(data)
  const second = await startEmbeddedDatabase(data, log)
  running.push(second)
  expect(postmaster(data)).toBe(pid)
  expect(await ask(second, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('given two users of a database, the first to stop leaves it running and the last ends it', async () => {
  const data = newFolder(tmpdir())
  const [server, command] = [await startEmbeddedDatabase(data, log), await startEmbeddedDatabase(data, log)]
  const pid = postmaster(data)
  await command.stop()
  expect(postmaster(data)).toBe(pid)
  expect(await ask(server, 'select 1 as n')).toEqual([{ n: 1 }])
  await server.stop()
  expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false)
})

test('given a database, German names sort as Germans sort them and fsync is on', async () => {
  const database = running[0]!
  const rows = await ask(
    database,
    `select string_agg(n, ',' order by n collate "de-x-icu") as names, current_setting('fsync') as fsync from unnest(array['Zander','Ärger','Apfel']) n`,
  )
  expect(rows).toEqual([{ names: 'Apfel,Ärger,Zander', fsync: 'on' }])
})

if (process.getuid?.() === 0) {
  test('given a data folder that an unprivileged user cannot reach, the data move and the start says where', async () => {
    const hidden = newFolder(homedir())
    const database = await startEmbeddedDatabase(join(hidden, 'data'), log)
    try {
      expect(database.movedTo).toMatch(/^\/var\/lib\/freizeichen\//)
      expect(await ask(database, 'select 1 as n')).toEqual([{ n: 1 }])
    } finally {
      await database.stop()
      if (database.movedTo && existsSync(database.movedTo)) rmSync(database.movedTo, { recursive: true })
    }
  })
}
