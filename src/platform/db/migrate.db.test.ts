import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { root } from '../../root.ts'
import { migrate, MigrationError } from './migrate.ts'

const database = useDatabase()
const folder = join(root, 'db/migrations')

test('given a current database, twenty migrations at once change nothing', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => migrate(database.connection, folder)))
  expect(results).toEqual(Array(20).fill(0))
})

test('given a database of a newer version, refuses with one sentence', async () => {
  await database.pool.query(`insert into schema_migration (number, name) values (9999, 'future')`)
  await expect(migrate(database.connection, folder)).rejects.toThrow(MigrationError)
  await database.pool.query('delete from schema_migration where number = 9999')
})

test('given an event, refuses to change or delete it', async () => {
  const { pool } = database
  await pool.query(
    `insert into city (id, name, title, land, area_code, case_prefix, created_at) values ('c1', 'C', 'Stadt C', 'NW', '02306', 'C', now())`,
  )
  await pool.query(
    `insert into event (city_id, id, at, actor_kind, kind, version, subject_id, data) values ('c1', gen_random_uuid(), now(), 'system', 'k', 1, 's', '{}')`,
  )
  await expect(pool.query('update event set kind = $1', ['x'])).rejects.toThrow('append-only')
  await expect(pool.query('delete from event')).rejects.toThrow('append-only')
})
