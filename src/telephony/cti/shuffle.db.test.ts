import fc from 'fast-check'
import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { figuresFromTables } from '../../trial/figuresFromTables.ts'
import { replay } from '../../trial/replay.ts'
import { ctiApp, givenCtiSource, type GivenSource } from './cti.testkit.ts'
import { type Push, scenario } from './scenario.testkit.ts'

const database = useDatabase()
const DAY = '2026-11-23'
/** Twenty minutes before the first call can come the city is closed, at 12:30 it closes again. */
const BEGIN = Date.parse('2026-11-23T07:00:00Z')
const ALL_AT_ONCE_MS = 3
let app: Hono

beforeAll(() => {
  app = ctiApp(database.platform)
})

interface Place {
  city: GivenCity
  generic: GivenSource
  sipgate: GivenSource
}

async function givenPlace(): Promise<Place> {
  const city = await givenCity(database.platform)
  return {
    city,
    generic: await givenCtiSource(database.platform, city.cityId),
    sipgate: await givenCtiSource(database.platform, city.cityId, { kind: 'sipgate' }),
  }
}

/** Sends the requests one after the other; the clock stands at what `clockOf` says for each. */
async function deliver(place: Place, pushes: readonly Push[], clockOf: (push: Push, i: number) => number) {
  const answers = new Set<number>()
  for (const [i, push] of pushes.entries()) {
    database.platform.clock.set(new Date(clockOf(push, i)))
    answers.add((await app.request(...request(place, push))).status)
  }
  expect([...answers]).toEqual([200])
}

function request({ city, generic, sipgate }: Place, push: Push): [string, RequestInit] {
  const ours = push.end === 'elsewhere' ? '492306990099' : city.lines[push.end].number.slice(1)
  const [from, to] = push.direction === 'in' ? [push.caller, ours] : [ours, push.caller]
  const { event, direction, callId, cause } = push
  const fields = {
    event,
    from,
    to,
    direction,
    callId,
    ...(event === 'hangup' ? { cause } : {}),
    ...(event === 'answer' ? { answeringNumber: '21' } : {}),
  }
  const path = push.via === 'sipgate' ? `/api/cti/sipgate/${sipgate.token}` : `/api/cti/${generic.token}`
  if (push.via === 'json') {
    const headers = { 'content-type': 'application/json' }
    return [path, { method: 'POST', headers, body: JSON.stringify({ ...fields, user: ['A', 'B'] }) }]
  }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return [
    path,
    { method: 'POST', headers, body: `${new URLSearchParams(fields).toString()}&user[]=A&user[]=B` },
  ]
}

/** Every column of both tables but the random ids. */
async function tablesOf({ city, generic, sipgate }: Place) {
  const rows = await database.platform.db
    .selectFrom('call')
    .innerJoin('cti_call', 'cti_call.call_id', 'call.id')
    .selectAll('call')
    .select(['new_call_at', 'answer_at', 'hangup_at', 'cti_call.cause', 'silent'])
    .where('call.city_id', '=', city.cityId)
    .execute()
  return rows
    .map(({ id: _id, city_id: _city, line_id, source_key, caller_key, ...row }) => ({
      ...row,
      hasKey: caller_key !== null,
      line: line_id === city.lines.service.id ? 'service' : 'report',
      key: source_key.replace(generic.id, 'generic').replace(sipgate.id, 'sipgate'),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

const figuresOf = ({ city }: Place) =>
  figuresFromTables(database.platform.db, { id: city.cityId, timeZone: 'Europe/Berlin' }, DAY)

async function expectEventsEqualTables({ city }: Place): Promise<void> {
  expect(
    (await replay(database.platform.db, city.cityId)).filter((day) => day.differences.length > 0),
  ).toEqual([])
}

const nominal = (push: Push): number => BEGIN + push.at

describe('webhook events in any order, doubled and holed', () => {
  test(
    'given a thousand of them, tables and figures are those of the clean sequence',
    { timeout: 180_000 },
    async () => {
      const [play] = fc.sample(scenario(500), { seed: 20261123, numRuns: 1 })
      expect(play!.clean.length).toBeGreaterThan(1000)
      const [clean, shuffled] = [await givenPlace(), await givenPlace()]
      await deliver(clean, play!.clean, nominal)
      await deliver(shuffled, play!.shuffled, nominal)
      expect(await tablesOf(shuffled)).toEqual(await tablesOf(clean))
      const figures = await figuresOf(clean)
      expect(await figuresOf(shuffled)).toEqual(figures)
      expect(figures.calls.offered).toBeGreaterThan(100)
      // Nobody is one too many here, and too few wait at 12:30 to be sure of one.
      const { blocked, lostAtClosing: _lost, ...told } = figures.calls
      expect(blocked).toBe(0)
      for (const value of Object.values(told)) expect(value).toBeGreaterThan(0)
      await expectEventsEqualTables(clean)
      await expectEventsEqualTables(shuffled)
    },
  )

  test(
    'given any few calls, tables and figures are those of the clean sequence',
    { timeout: 180_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(scenario(6), async (play) => {
          const [clean, shuffled] = [await givenPlace(), await givenPlace()]
          await deliver(clean, play.clean, nominal)
          await deliver(shuffled, play.shuffled, nominal)
          expect(await tablesOf(shuffled)).toEqual(await tablesOf(clean))
          await expectEventsEqualTables(shuffled)
        }),
        { numRuns: 25 },
      )
    },
  )

  test(
    'given only the moments of arrival, everything but these moments is the same',
    { timeout: 180_000 },
    async () => {
      const [play] = fc.sample(scenario(60), { seed: 42, numRuns: 1 })
      const [clean, shuffled] = [await givenPlace(), await givenPlace()]
      const arriving = (_: Push, i: number): number => BEGIN + 3_600_000 + i * ALL_AT_ONCE_MS
      await deliver(clean, play!.clean, arriving)
      await deliver(shuffled, play!.shuffled, arriving)
      const decided = async (place: Place) =>
        (await tablesOf(place)).map(
          ({
            key,
            line,
            caller,
            direction,
            state,
            end_reason,
            answer_promise,
            answer_cause,
            answered_by,
          }) => ({
            key,
            line,
            caller,
            direction,
            state,
            end_reason,
            answer_promise,
            answer_cause,
            answered_by,
          }),
        )
      expect(await decided(shuffled)).toEqual(await decided(clean))
      await expectEventsEqualTables(shuffled)
    },
  )
})
