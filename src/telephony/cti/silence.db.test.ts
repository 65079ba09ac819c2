import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { replay } from '../../trial/replay.ts'
import { closeSilentCall, sweepSilentCalls } from './closeSilentCall.ts'
import { givenCtiSource } from './cti.testkit.ts'
import type { CtiEvent } from './ctiEvent.ts'
import { recordCtiEvent } from './recordCtiEvent.ts'

const database = useDatabase()
const MINUTE = 60_000
let city: GivenCity
let sourceId: string

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  sourceId = (await givenCtiSource(database.platform, city.cityId)).id
})

const hear = (event: CtiEvent['event'], cause: CtiEvent['cause'] = null) => {
  const to = city.lines.service.number
  const said = {
    event,
    cause,
    to,
    callId: 'a',
    from: 'anonymous',
    direction: 'in',
    answeredBy: null,
  } as const
  const ctx = { ...database.platform, cityId: city.cityId, actor: { kind: 'api' } } as const
  return recordCtiEvent(ctx, sourceId, said, database.platform.clock.now())
}
const call = () =>
  database.platform.db
    .selectFrom('call')
    .selectAll()
    .where('city_id', '=', city.cityId)
    .executeTakeFirstOrThrow()
const close = async () =>
  closeSilentCall(database.platform, { cityId: city.cityId, callId: (await call()).id })
const kinds = async () => {
  const rows = await database.platform.db
    .selectFrom('event')
    .select('kind')
    .where('subject_id', '=', (await call()).id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => row.kind)
}

describe('a webhook call of which nothing more is heard', () => {
  test('given a waiting one, it ends as unknown after 15 minutes and no earlier', async () => {
    await hear('newCall')
    database.platform.clock.advance(15 * MINUTE - 1)
    await close()
    expect(await call()).toMatchObject({ state: 'waiting' })
    database.platform.clock.advance(1)
    await close()
    await close()
    expect(await call()).toMatchObject({ state: 'ended', end_reason: 'unknown-end', answer_promise: null })
    expect((await call()).ended_at).toEqual(new Date('2026-11-23T08:15:00Z'))
    expect(await kinds()).toEqual(['call.offered', 'call.ended'])
  })

  test('given a connected one, it ends as unknown after four hours and its kept promise stays', async () => {
    await hear('newCall')
    database.platform.clock.advance(5_000)
    await hear('answer')
    database.platform.clock.advance(240 * MINUTE)
    await sweepSilentCalls(database.platform)
    expect(await call()).toMatchObject({ end_reason: 'unknown-end', answer_promise: 'kept', talk_ms: null })
  })

  test('given it was closed, a later hangup changes nothing', async () => {
    await hear('newCall')
    database.platform.clock.advance(15 * MINUTE)
    await close()
    const before = await call()
    await hear('hangup', 'cancel')
    await hear('answer')
    expect(await call()).toEqual(before)
    expect(await kinds()).toEqual(['call.offered', 'call.ended'])
  })

  test('given a hangup after the time-out but before its job, the call ends as unknown all the same', async () => {
    await hear('newCall')
    database.platform.clock.advance(16 * MINUTE)
    await hear('hangup', 'cancel')
    expect(await call()).toMatchObject({ end_reason: 'unknown-end' })
    expect((await replay(database.platform.db, city.cityId)).flatMap((day) => day.differences)).toEqual([])
  })

  test('given a waiting call, the job of its time-out is in the same transaction', async () => {
    await hear('newCall')
    const { rows } = await database.pool.query<{ data: unknown; start_after: Date }>(
      "select data, start_after from pgboss.job where name = 'cti.close-silent' and data->>'cityId' = $1",
      [city.cityId],
    )
    expect(rows).toEqual([
      {
        data: { cityId: city.cityId, callId: (await call()).id },
        start_after: new Date('2026-11-23T08:15:00Z'),
      },
    ])
  })
})
