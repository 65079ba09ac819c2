import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../src/platform/db/migrate.ts'
import { root } from '../src/root.ts'
import { databaseOf, onServer } from './kit/globalSetup.ts'

// Migration 22 turns windows of so many callbacks into windows of clerk time. A city that worked before keeps all of it.
const MIGRATIONS = join(root, 'db/migrations')
const LAST_BEFORE = '0021'
const EIGHT_MINUTES = 480_000

const { template: _, ...server } = inject('server')
const name = `fz_${randomBytes(6).toString('hex')}`
const connection = databaseOf(server, name)
const clerk = randomUUID()
const [office, reports, elsewhere] = [randomUUID(), randomUUID(), randomUUID()]
let client: pg.Client
let before: unknown[]

/** The columns before the migration: what came later is not compared. */
let columns: Map<string, string[]>
const TABLES = ['callback', 'attempt', 'case']

beforeAll(async () => {
  await onServer(server, `create database ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'fz-migrations-'))
  for (const file of readdirSync(MIGRATIONS))
    if (file.slice(0, 4) <= LAST_BEFORE) cpSync(join(MIGRATIONS, file), join(folder, file))
  await migrate(connection, folder)
  rmSync(folder, { recursive: true })
  client = new pg.Client(connection)
  await client.connect()
  await fill()
  columns = await columnsOf()
  before = await contents()
  await migrate(connection, MIGRATIONS)
})
afterAll(async () => {
  await client.end()
  await onServer(server, `drop database if exists ${name} with (force)`)
})

interface Old {
  cityId?: string
  teamId?: string
  from: string
  until: string
  /** `state` and what it needs. */
  state: 'waiting' | 'taken' | 'retry' | 'practice' | 'not-reached' | 'settled'
}

let made = 0
async function callback({ cityId = 'alt', teamId = office, from, until, state }: Old): Promise<void> {
  made += 1
  const [id, caseId] = [randomUUID(), randomUUID()]
  const [start, end] = [`2026-11-23T${from}:00Z`, `2026-11-23T${until}:00Z`]
  const done = state === 'not-reached' || state === 'settled'
  const tried = done || state === 'retry'
  const [practice, taken] = [state === 'practice', state === 'taken']
  await client.query(
    `insert into "case" (city_id, id, number, channel, practice, team_id, reason, contact_phone, intake_outcome, state,
       opened_at, closed_at)
     values ($1, $2, $3, 'phone', $4, $5, 'Frage zur Meldebescheinigung', '+491713920012', 'callback', $6,
       '2026-11-20T09:00Z', $7)`,
    [cityId, caseId, `A-${made}`, practice, teamId, done ? state : 'open', done ? end : null],
  )
  await client.query(
    `insert into callback (city_id, id, case_id, team_id, practice, window_start, window_end, promised_at, promise,
       decided_at, state, due_from, due_until, owner_id, taken_at, books_unit, attempts, outcome, done_at)
     values ($1, $2, $3, $4, $5, $6, $7, '2026-11-20T09:00Z', $8, $9, $10, $6, $7, $11, $12, $13, $14, $15, $16)`,
    [
      cityId,
      id,
      caseId,
      teamId,
      practice,
      start,
      end,
      tried ? 'kept' : 'open',
      tried ? end : null,
      taken ? 'taken' : done ? 'done' : 'waiting',
      taken ? clerk : null,
      taken ? '2026-11-23T08:00Z' : null,
      // What is done has given its unit back; practice and a retry without room never took one.
      state === 'waiting' || taken,
      tried ? 1 : 0,
      done ? state : null,
      done ? end : null,
    ],
  )
  if (tried)
    await client.query(
      `insert into attempt (city_id, id, callback_id, number, account_id, via, started_at, closed_at, result)
       values ($1, $2, $3, 1, $4, 'tel', $5, $6, $7)`,
      [cityId, randomUUID(), id, clerk, start, end, state === 'settled' ? 'reached' : 'no-answer'],
    )
}

async function window(
  from: string,
  until: string,
  capacity: number,
  taken: number,
  { cityId = 'alt', teamId = office } = {},
): Promise<void> {
  await client.query(
    `insert into window_capacity (city_id, team_id, starts_at, ends_at, capacity, taken)
     values ($1, $2, $3, $4, $5, $6)`,
    [cityId, teamId, `2026-11-23T${from}:00Z`, `2026-11-23T${until}:00Z`, capacity, taken],
  )
}

async function fill(): Promise<void> {
  for (const [id, prefix] of [
    ['alt', 'A'],
    ['neben', 'N'],
  ] as const)
    await client.query(
      `insert into city (id, name, title, land, area_code, case_prefix, created_at)
       values ($1, 'Musterstadt', 'Stadt Musterstadt', 'NW', '02306', $2, '2026-01-01T00:00Z')`,
      [id, prefix],
    )
  for (const [cityId, id, title] of [
    ['alt', office, 'Bürgerbüro'],
    ['alt', reports, 'Bürgertelefon'],
    ['neben', elsewhere, 'Bürgerbüro'],
  ] as const)
    await client.query(
      `insert into team (city_id, id, name, kind, callbacks_per_hour) values ($1, $2, $3, 'office', 6)`,
      [cityId, id, title],
    )
  await client.query(
    `insert into account (city_id, id, login, name, role, password_hash, created_at)
     values ('alt', $1, 'probe', 'Anna Probe', 'clerk', '-', '2026-01-01T00:00Z')`,
    [clerk],
  )
  // Half of the room is taken; beside it what takes none.
  await window('13:00', '14:00', 6, 3)
  for (const state of ['waiting', 'waiting', 'taken', 'retry', 'practice'] as const)
    await callback({ from: '13:00', until: '14:00', state })
  // Full, also with what was promised before the number was lowered.
  await window('14:00', '15:00', 2, 2)
  for (const state of ['waiting', 'waiting'] as const)
    await callback({ from: '14:00', until: '15:00', state })
  // The service hours changed between the two: one beginning, two ends, one row.
  await window('10:00', '11:00', 4, 3)
  for (const until of ['11:00', '11:00', '10:30']) await callback({ from: '10:00', until, state: 'waiting' })
  // All of it is done.
  await window('08:00', '09:00', 6, 0)
  for (const state of ['settled', 'not-reached'] as const)
    await callback({ from: '08:00', until: '09:00', state })
  // The same hour of another team and of another city.
  await window('13:00', '14:00', 1, 1, { teamId: reports })
  await callback({ teamId: reports, from: '13:00', until: '14:00', state: 'waiting' })
  const other = { cityId: 'neben', teamId: elsewhere }
  await window('13:00', '14:00', 9, 1, other)
  await callback({ ...other, from: '13:00', until: '14:00', state: 'waiting' })
}

async function columnsOf(): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select table_name as table, array_agg(column_name::text order by column_name) as columns
     from information_schema.columns where table_schema = 'public' and table_name = any($1) group by 1`,
    [TABLES],
  )
  return new Map(rows.map((row) => [row.table, row.columns]))
}

async function contents(): Promise<unknown[]> {
  const all: unknown[] = []
  for (const table of TABLES) {
    const names = (columns.get(table) ?? []).map((column) => `"${column}"`)
    const { rows } = await client.query(`select ${names.join(', ')} from "${table}" order by city_id, id`)
    all.push({ table, rows })
  }
  return all
}

test('given what was there before, callbacks, attempts and cases say the same', async () => {
  expect(made).toBe(14)
  expect(await contents()).toEqual(before)
})

test('given windows of so many callbacks, each holds the work that is open in it and has as much room as before', async () => {
  const { rows } = await client.query(
    `select t.name as team, t.city_id as city, to_char(starts_at at time zone 'UTC', 'HH24:MI') as from,
       to_char(ends_at at time zone 'UTC', 'HH24:MI') as until, taken_ms, capacity_ms
     from window_capacity w join team t on t.city_id = w.city_id and t.id = w.team_id
     order by city, team, starts_at, ends_at`,
  )
  const window = (from: string, until: string, taken: number, capacity: number, team = 'Bürgerbüro') => ({
    city: 'alt',
    team,
    from,
    until,
    taken_ms: taken * EIGHT_MINUTES,
    capacity_ms: capacity * EIGHT_MINUTES,
  })
  expect(
    rows.map((row) => ({ ...row, taken_ms: Number(row.taken_ms), capacity_ms: Number(row.capacity_ms) })),
  ).toEqual([
    window('10:00', '10:30', 1, 4),
    window('10:00', '11:00', 2, 4),
    window('13:00', '14:00', 3, 6),
    window('14:00', '15:00', 2, 2),
    window('13:00', '14:00', 1, 1, 'Bürgertelefon'),
    { ...window('13:00', '14:00', 1, 9), city: 'neben' },
  ])
})

test('given open callbacks that took a unit, the work of all of them is what is taken of their windows', async () => {
  const { rows } = await client.query<{ windows: string; callbacks: string; lost: string }>(
    `select (select sum(taken_ms) from window_capacity) as windows,
       (select sum(work_ms) from callback where state <> 'done' and books_unit) as callbacks,
       (select count(*) from callback c where state <> 'done' and books_unit and not exists (
         select from window_capacity w where w.city_id = c.city_id and w.team_id = c.team_id
           and w.starts_at = c.due_from and w.ends_at = c.due_until)) as lost`,
  )
  const sum = 10 * EIGHT_MINUTES
  expect(
    rows.map(({ windows, callbacks, lost }) => [Number(windows), Number(callbacks), Number(lost)]),
  ).toEqual([[sum, sum, 0]])
})

test('given a full window, the database still refuses more, and whoever was not reached has an answer', async () => {
  const more = client.query(
    `update window_capacity set taken_ms = taken_ms + 1 where team_id = $1 and starts_at = '2026-11-23T14:00Z'`,
    [office],
  )
  await expect(more).rejects.toThrow('window_capacity_kept')
  const { rows } = await client.query(`select answer from callback where outcome = 'not-reached'`)
  expect(rows).toEqual([{ answer: 'not-connected' }])
})
