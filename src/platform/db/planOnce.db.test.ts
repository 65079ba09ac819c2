import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { connect, type Database } from './connect.ts'
import { createLog } from '../log.ts'

const given = useDatabase()
let database: Database

beforeAll(async () => {
  database = connect({ ...given.connection, max: 1 }, createLog('silent'))
  await database.pool.query('create table planned (id int, name text)')
})

afterAll(() => database.close())

const ask = async (id: number): Promise<object[]> => {
  const { rows } = await database.pool.query<object>('select * from planned where id >= $1', [id])
  return rows
}

test('given the same statement twice, it is planned once', async () => {
  await ask(1)
  await ask(2)
  const { rows } = await database.pool.query<{ calls: number }>(
    `select generic_plans + custom_plans as calls from pg_prepared_statements where statement like 'select * from planned%'`,
  )
  expect(rows).toEqual([{ calls: 2 }])
})

test('given a column comes while the program runs, one question fails and the next one has it', async () => {
  await database.pool.query('insert into planned values (1, $1)', ['x'])
  expect(await ask(1)).toEqual([{ id: 1, name: 'x' }])
  const migration = new pg.Client(given.connection)
  await migration.connect()
  await migration.query('alter table planned add column more int')
  await migration.end()
  await expect(ask(1)).rejects.toThrow('cached plan')
  expect(await ask(1)).toEqual([{ id: 1, name: 'x', more: null }])
})

test('given a statement that was refused, it can be asked again', async () => {
  const insert = (id: unknown) => database.pool.query('insert into planned (id) values ($1::int)', [id])
  await expect(insert('no number')).rejects.toThrow('invalid input syntax')
  expect((await insert(2)).rowCount).toBe(1)
})
