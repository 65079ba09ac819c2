import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity } from '../city/city.testkit.ts'
import { monthFigures } from './monthFigures.ts'

const database = useDatabase()

describe('the month that runs', () => {
  test('given calls of this month and the last, counts those of this one by the board’s rule', async () => {
    const city = await givenCity(database.platform)
    const { db } = database.platform
    const lines = await db.selectFrom('line').select('id').where('city_id', '=', city.cityId).execute()
    const call = (offered: string, promise: 'kept' | 'broken') =>
      db
        .insertInto('call')
        .values({
          city_id: city.cityId,
          id: crypto.randomUUID(),
          line_id: lines[0]!.id,
          source: 'asterisk',
          source_key: offered,
          state: 'ended',
          offered_at: new Date(offered),
          answered_at: new Date(offered),
          ended_at: new Date(offered),
          wait_ms: promise === 'kept' ? 3000 : 40_000,
          answer_promise: promise,
          answer_cause: promise === 'broken' ? 'all-busy' : null,
          end_reason: 'caller-hung-up',
        })
        .execute()
    // Midnight of the first is the city's: 31 October 23:00 in UTC.
    await call('2026-10-31T22:59:59Z', 'broken')
    await call('2026-10-31T23:00:00Z', 'kept')
    await call('2026-11-20T09:00:00Z', 'kept')
    await call('2026-11-20T10:00:00Z', 'broken')
    const figures = await monthFigures(database.platform, { id: city.cityId, timeZone: 'Europe/Berlin' })
    expect(figures).toMatchObject({
      from: '2026-11-01',
      answers: { kept: 2, of: 3 },
      callbacks: { kept: 0, of: 0 },
    })
  })
})
