import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { newId } from '../../platform/ids.ts'
import type { State } from '../distribution/model.ts'
import { readFacts } from './readFacts.ts'

const database = useDatabase()
const MINUTE_MS = 60_000
const NOW = Date.parse('2026-11-23T09:00:00Z')
let city: GivenCity

beforeEach(async () => {
  database.platform.clock.set(new Date(NOW))
  city = await givenCity(database.platform)
})

const db = () => database.platform.db

/** A call of the service line that was answered `ago` minutes ago, after what it was told about the wait. */
async function given(
  ago: number,
  told: { expectedMs: number; actualMs: number } | null = null,
): Promise<void> {
  const id = newId()
  const answered = new Date(NOW - ago * MINUTE_MS)
  const offered = new Date(answered.getTime() - (told?.actualMs ?? 10_000))
  await db()
    .insertInto('call')
    .values({
      city_id: city.cityId,
      id,
      source: 'asterisk',
      source_key: id,
      line_id: city.lines.service.id,
      caller: '+491713920012',
      state: 'connected',
      offered_at: offered,
      answered_at: answered,
    })
    .execute()
  if (!told) return
  const row = { city_id: city.cityId, call_id: id, at: offered, expected_ms: told.expectedMs }
  await db().insertInto('wait_estimate').values(row).execute()
}

async function waiting(place = 2) {
  const callers = Array.from({ length: place }, (_, index) => ({
    id: newId(),
    lineId: city.lines.service.id,
    connected: false,
    onlyFor: null,
    priority: 0,
    since: NOW - (place - index) * 1_000,
  }))
  const own = callers.at(-1)?.id ?? ''
  await db()
    .insertInto('call')
    .values({
      city_id: city.cityId,
      id: own,
      source: 'asterisk',
      source_key: own,
      line_id: city.lines.service.id,
      caller: null,
      state: 'waiting',
      offered_at: new Date(NOW),
    })
    .execute()
  // Only what the place in line is made of.
  const queue = { agents: new Map(), callers: new Map(callers.map((c) => [c.id, c])) } as unknown as State
  const spoken = { cityId: city.cityId, callId: own, lineId: city.lines.service.id, queue }
  const needs = { platform: database.platform, callbacks: null }
  return (await readFacts(needs, { ...spoken, occasion: 'waiting', lang: 'de' })).facts
}

describe('what a caller is told about the wait', () => {
  test('given answers lately and estimates that were right today, the minutes are said and written down', async () => {
    for (let i = 0; i < 10; i += 1) await given(10 - i, { expectedMs: 60_000, actualMs: 90_000 })
    // Ten answers in ten minutes: two places take two minutes.
    expect(await waiting(2)).toMatchObject({ position: 2, waitMinutes: 2 })
    const kept = await db().selectFrom('wait_estimate').select('expected_ms').execute()
    expect(kept.map(({ expected_ms }) => expected_ms)).toContain(120_000)
  })

  test('given estimates that were wrong today, only the place is said', async () => {
    for (let i = 0; i < 10; i += 1) await given(10 - i, { expectedMs: 60_000, actualMs: 400_000 })
    expect(await waiting(3)).toMatchObject({ position: 3, waitMinutes: null })
  })

  test('given no answers lately, only the place is said, and a number that is withheld is none', async () => {
    expect(await waiting(1)).toMatchObject({ position: 1, waitMinutes: null, caller: null, unstaffed: false })
  })
})
