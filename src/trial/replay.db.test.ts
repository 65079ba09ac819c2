import fc from 'fast-check'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { TEST_PHONE } from '../callbacks/callbacks.testkit.ts'
import { givenCity } from '../city/city.testkit.ts'
import { serviceHoursOf } from '../city/index.ts'
import { givenAccount } from '../people/people.testkit.ts'
import { givenCtiSource } from '../telephony/cti/cti.testkit.ts'
import { ANSWER_KINDS, answersFromEvents } from './answersFromEvents.ts'
import { answersByDay } from './answersStore.ts'
import { compareDays } from './compareDays.ts'
import { figuresFromTables } from './figuresFromTables.ts'
import { history, OTHER_PHONE, play, type Scene } from './history.testkit.ts'
import { replay } from './replay.ts'
import { eventsOf, type Range } from './store.ts'
import { WORK_KINDS, workFromEvents } from './verdict/workFromEvents.ts'
import { workIn } from './verdict/workStore.ts'

const database = useDatabase()
const START = '2026-11-23T08:00:00Z'
const HOUR = 3_600_000
const PROMISED = { wait: 0, kind: 'callback', practice: false, ending: 'left' } as const
const LATER = { wait: 60_000, kind: 'later', place: 0, window: 0 } as const

/** Citizens who choose other windows before and after theirs has passed, who are called then, and who need no call any more. */
const MOVED_AND_WITHDRAWN: Parameters<typeof play>[1] = [
  ...[0, 1, 2, 3].map((window) => ({ ...PROMISED, window })),
  { ...LATER, place: 0, window: 5, does: 'moves' },
  { ...LATER, place: 1, window: 5, does: 'cancels' },
  { ...LATER, place: 1, wait: 6 * HOUR, does: 'moves' },
  { ...LATER, place: 1, wait: 20 * HOUR, does: 'is-reached' },
  { ...LATER, place: 1, does: 'is-missed' },
  { ...LATER, place: 1, does: 'moves' },
  { ...LATER, place: 1, does: 'has-settled' },
]

async function givenScene(): Promise<Scene> {
  const { platform } = database
  platform.clock.set(START)
  const city = await givenCity(platform)
  const clerk = await givenAccount(platform, city.cityId, 'clerk')
  const source = await givenCtiSource(platform, city.cityId)
  return { platform, city, clerk: clerk.ctx, sourceId: source.id }
}

const differences = async ({ city }: Scene, days?: string[]) =>
  (await replay(database.platform.db, city.cityId, days)).flatMap((day) =>
    day.differences.map(({ figure }) => figure),
  )

/** The first day, and all of it. */
const RANGES = ['2026-11-24T00:00:00Z', '2027-11-23T00:00:00Z'].map((to) => ({
  from: new Date(START),
  to: new Date(to),
}))
const workRead = ({ city }: Scene, range: Range) => workIn(database.platform.db, city.cityId, range)
const workTold = ({ city }: Scene, range: Range) =>
  workFromEvents(
    eventsOf(database.platform.db, city.cityId, WORK_KINDS),
    range,
    new Date('2100-01-01T00:00:00Z'),
  )

describe('the replay of any history', () => {
  test(
    'given what rooms write in any order, figures from events equal those from tables',
    { timeout: 120_000 },
    async () => {
      let counted = 0
      await fc.assert(
        fc.asyncProperty(history, async (happenings) => {
          const scene = await givenScene()
          await play(scene, happenings)
          expect(await differences(scene)).toEqual([])
          for (const range of RANGES)
            expect(await workTold(scene, range)).toEqual(await workRead(scene, range))
          counted += (await replay(database.platform.db, scene.city.cityId)).length
        }),
        // What it has found by then is told: making it smaller must not take the test's own time.
        {
          numRuns: 25,
          examples: [[MOVED_AND_WITHDRAWN]],
          interruptAfterTimeLimit: 60_000,
          markInterruptAsFailure: true,
        },
      )
      expect(counted).toBeGreaterThan(25)
    },
  )
})

test('given a last attempt that is kept for its window, it does not happen before', async () => {
  const scene = await givenScene()
  const missed = { ...LATER, does: 'is-missed' } as const
  await play(scene, [{ ...PROMISED, window: 5 }, missed, missed, missed])
  expect(await differences(scene)).toEqual([])
  const city = { id: scene.city.cityId, timeZone: 'Europe/Berlin' }
  const { callbacks } = await figuresFromTables(database.platform.db, city, '2026-11-23')
  expect(callbacks).toMatchObject({ attempts: 2 })
})

test('given a promise that its citizen moves to the next day and then needs no more, it counts there alone', async () => {
  const scene = await givenScene()
  await play(scene, [
    { ...PROMISED, wait: 5 * HOUR, window: 0 },
    { ...LATER, window: 2, does: 'moves' },
    { ...LATER, wait: 17 * HOUR, does: 'cancels' },
  ])
  expect(await differences(scene)).toEqual([])
  const city = { id: scene.city.cityId, timeZone: 'Europe/Berlin' }
  const figures = async (day: string) => (await figuresFromTables(database.platform.db, city, day)).callbacks
  expect(await figures('2026-11-23')).toMatchObject({ promised: 0, withdrawn: 0, broken: 0 })
  expect(await figures('2026-11-24')).toMatchObject({ promised: 1, withdrawn: 1, broken: 0 })
})

test('given callers who wait when the line closes, those who then leave unanswered are lost at closing, of either telephone', async () => {
  const scene = await givenScene()
  const phone = { kind: 'phone', source: 'asterisk', wait: 0, waitMs: 20_000 } as const
  const hook = { callId: 'a', from: '491725566445', to: '', direction: 'in', answeredBy: null } as const
  scene.platform.clock.set('2026-11-23T11:29:00Z')
  await play(scene, [
    { ...phone, talkMs: null },
    // Half past twelve is in the middle of these: left, answered, practised, and told by webhook.
    { ...phone, wait: 50_000, talkMs: null },
    { ...phone, talkMs: 60_000 },
    { ...phone, source: 'training', talkMs: null },
    { wait: 0, kind: 'call', event: { ...hook, event: 'newCall', cause: null } },
    { wait: 20_000, kind: 'call', event: { ...hook, event: 'hangup', cause: 'cancel' } },
    { wait: 0, kind: 'turned-away', reason: 'closed' },
  ])
  expect(await differences(scene)).toEqual([])
  const city = { id: scene.city.cityId, timeZone: 'Europe/Berlin' }
  const figures = async () => (await figuresFromTables(database.platform.db, city, '2026-11-23')).calls
  expect(await figures()).toMatchObject({ offered: 4, abandoned: 3, lostAtClosing: 2, closed: 1 })

  // The webhook's answer that was late says that nobody was lost.
  await play(scene, [{ wait: 1000, kind: 'call', event: { ...hook, event: 'answer', cause: null } }])
  expect(await differences(scene)).toEqual([])
  expect(await figures()).toMatchObject({ offered: 4, abandoned: 2, lostAtClosing: 1 })
})

test('given callers who call again on the same day, by either telephone, they are counted then and there, and practice never', async () => {
  const scene = await givenScene()
  const hook = { from: OTHER_PHONE.slice(1), to: '', direction: 'in', answeredBy: null, cause: null } as const
  const lost = { kind: 'lost', number: OTHER_PHONE, ending: 'nothing' } as const
  const withheld = { kind: 'phone', source: 'asterisk', waitMs: 9_000, talkMs: 9_000 } as const
  await play(scene, [
    { wait: 60_000, ...lost },
    { wait: 60_000, ...lost, number: TEST_PHONE },
    { wait: 60_000, kind: 'call', event: { ...hook, callId: 'a', event: 'newCall' } },
    { wait: 60_000, ...withheld },
    { wait: 60_000, ...withheld },
    { wait: 60_000, ...withheld, source: 'training' },
    // The next day knows nothing of this one.
    { wait: 24 * HOUR, ...lost },
    { wait: 60_000, ...lost },
  ])
  expect(await differences(scene)).toEqual([])
  const city = { id: scene.city.cityId, timeZone: 'Europe/Berlin' }
  const figures = async (day: string) => (await figuresFromTables(database.platform.db, city, day)).calls
  expect(await figures('2026-11-23')).toMatchObject({ offered: 5, repeated: 1 })
  expect(await figures('2026-11-24')).toMatchObject({ offered: 2, repeated: 1 })
  const keys = await database.platform.db
    .selectFrom('call')
    .select(['caller_key', 'source'])
    .where('city_id', '=', scene.city.cityId)
    .where('caller_key', 'is not', null)
    .execute()
  expect(keys.map(({ source }) => source)).not.toContain('training')
  expect(new Set(keys.map(({ caller_key }) => caller_key)).size).toBe(3)
})

test('given a caller who gives up twice and is answered at the third call, the whole wait counts from the first, past what was in between', async () => {
  const scene = await givenScene()
  const phone = { kind: 'phone', source: 'asterisk', caller: OTHER_PHONE } as const
  await play(scene, [
    { ...phone, wait: 0, waitMs: 40_000, talkMs: null },
    { ...phone, wait: 100_000, waitMs: 20_000, talkMs: null },
    { ...phone, wait: 60_000, waitMs: 5_000, talkMs: 60_000 },
    // Served: what comes now is a new concern.
    { ...phone, wait: 120_000, waitMs: 7_000, talkMs: 60_000 },
  ])
  expect(await differences(scene)).toEqual([])
  const city = { id: scene.city.cityId, timeZone: 'Europe/Berlin' }
  const { calls } = await figuresFromTables(database.platform.db, city, '2026-11-23')
  expect(calls).toMatchObject({ answered: 2, waitMsTotal: 12_000, wholeWaitMsTotal: 165_000 + 7_000 })
})

test('given cases that are answered, not yet, or too late, they are counted by 24 service hours, as of any moment', async () => {
  const scene = await givenScene()
  const opened = { wait: 60_000, kind: 'case', practice: false } as const
  await play(scene, [
    { ...opened, outcome: 'settled' },
    { ...opened, outcome: 'settled', practice: true },
    { ...opened, outcome: 'report' },
    { ...opened, outcome: 'hand-over' },
    { wait: 60_000, kind: 'callback', practice: false, window: 0, ending: 'settled' },
    { wait: 60_000, kind: 'callback', practice: false, window: 0, ending: 'busy' },
  ])
  const { platform } = database
  const city = { id: scene.city.cityId, timeZone: 'Europe/Berlin' }
  const cases = await platform.db
    .selectFrom('case')
    .select(['answer_by', 'intake_outcome', 'practice', 'opened_at'])
    .where('city_id', '=', city.id)
    .execute()
  const hours = await serviceHoursOf(platform.db, city.id)
  for (const { answer_by, intake_outcome, practice, opened_at } of cases) {
    if (practice || intake_outcome === 'report') expect(answer_by).toBeNull()
    else expect(hours.between(opened_at, answer_by!)).toBe(24 * HOUR)
  }
  const [first, last] = [RANGES[0]!, new Date('2026-12-24T00:00:00Z')]
  for (const [at, expected] of [
    [new Date('2026-11-23T12:00:00Z'), { answered24: 2, decided24: 2 }],
    [last, { answered24: 2, decided24: 4 }],
  ] as const) {
    const read = await answersByDay(platform.db, city, first, at)
    expect(read.get('2026-11-23')).toEqual(expected)
    const told = await answersFromEvents(eventsOf(platform.db, city.id, ANSWER_KINDS), city.timeZone, at)
    expect(told.get('2026-11-23')).toEqual(expected)
  }
  expect(await differences(scene)).toEqual([])
})

describe('the replay of a day whose rows were changed by hand', () => {
  let scene: Scene

  beforeEach(async () => {
    scene = await givenScene()
    const call = {
      callId: 'a',
      from: '491725566445',
      to: '',
      direction: 'in',
      answeredBy: null,
      cause: null,
    } as const
    await play(scene, [
      { wait: 0, kind: 'call', event: { ...call, event: 'newCall' } },
      { wait: 9_000, kind: 'call', event: { ...call, event: 'answer' } },
      { wait: 60_000, kind: 'call', event: { ...call, event: 'hangup', cause: 'normalClearing' } },
      { wait: 1000, kind: 'case', practice: false, outcome: 'settled' },
      { wait: 1000, kind: 'lost', number: OTHER_PHONE, ending: 'nothing' },
      { wait: 1000, kind: 'callback', practice: false, window: 0, ending: 'settled' },
    ])
  })

  test('given nothing was changed, all is equal', async () => {
    expect(await differences(scene)).toEqual([])
  })

  const changes: [string, (city: string) => RawBuilder<unknown>, string[]][] = [
    [
      'a longer wait',
      (c) => sql`update call set wait_ms = 15001 where city_id = ${c}`,
      ['calls.answeredWithin15s', 'calls.waitMsTotal', 'calls.waitMsLongest'],
    ],
    [
      'a promise called broken',
      (c) => sql`update call set answer_promise = 'broken', answer_cause = 'unknown' where city_id = ${c}`,
      ['calls.promiseKept', 'calls.promiseBroken'],
    ],
    [
      'a call called practice',
      (c) =>
        sql`update call set source = 'training', caller_key = null, answer_promise = null where city_id = ${c}`,
      ['calls.offered'],
    ],
    [
      'a call that nobody answered',
      (c) => sql`update call set answered_at = null where city_id = ${c}`,
      ['calls.answered'],
    ],
    [
      'a call moved by a day',
      (c) => sql`update call set offered_at = offered_at - interval '1 day' where city_id = ${c}`,
      ['calls.offered'],
    ],
    [
      'another intake',
      (c) =>
        sql`update "case" set intake_outcome = 'hand-over' where city_id = ${c} and intake_outcome = 'settled'`,
      ['cases.settledInCall', 'cases.handedOver'],
    ],
    [
      'a deleted case',
      (c) => sql`delete from "case" where city_id = ${c} and intake_outcome = 'settled'`,
      ['cases.opened', 'cases.settledInCall'],
    ],
    [
      'a kept callback called withdrawn',
      (c) => sql`update callback set promise = 'withdrawn' where city_id = ${c}`,
      ['callbacks.kept', 'callbacks.withdrawn'],
    ],
    [
      'a window moved by a day',
      (c) =>
        sql`update callback set window_start = window_start + interval '1 day', window_end = window_end + interval '1 day' where city_id = ${c}`,
      ['callbacks.promised', 'callbacks.kept'],
    ],
    [
      'a proposal called withdrawn',
      (c) =>
        sql`update callback_proposal set state = 'withdrawn', decided_at = now(), withdrawn_because = 'too-old' where city_id = ${c}`,
      ['proposals.withdrawn'],
    ],
    [
      'a callback of another team',
      (c) =>
        sql`update callback set team_id = (select id from team where city_id = ${c} and kind = 'reports') where city_id = ${c}`,
      [expect.stringMatching(/^callbacksBy\.team\.[\w-]+\.promised$/)],
    ],
    [
      'an earlier promise',
      (c) => sql`update callback set promised_at = promised_at - interval '1 hour' where city_id = ${c}`,
      ['callbacksBy.total.firstAttemptMedianMs'],
    ],
    [
      'a deleted attempt',
      (c) => sql`delete from attempt where city_id = ${c}`,
      ['callbacks.attempts', 'callbacks.reached'],
    ],
  ]
  test.each(changes)('given %s, it names the figures that differ', async (_, change, figures) => {
    await change(scene.city.cityId).execute(database.platform.db)
    expect(await differences(scene)).toEqual(expect.arrayContaining(figures))
  })

  test('given one day, only that day is compared', async () => {
    await sql`update call set wait_ms = 1 where city_id = ${scene.city.cityId}`.execute(database.platform.db)
    expect(await differences(scene, ['2026-11-24'])).toEqual([])
    expect(await differences(scene, ['2026-11-23'])).not.toEqual([])
  })

  test('given the command, it prints a line per day and says whether all are equal', async () => {
    const lines: string[] = []
    const city = scene.city.cityId
    const run = (day?: string) => compareDays(database.platform.db, { city, day }, (line) => lines.push(line))
    expect(await run()).toBe(true)
    expect(lines).toEqual([`${city} 2026-11-23 gleich`])
    await sql`update call set wait_ms = 1 where city_id = ${city}`.execute(database.platform.db)
    lines.length = 0
    expect(await run('2026-11-23')).toBe(false)
    expect(lines[0]).toBe(`${city} 2026-11-23 calls.waitMsTotal: Tabellen 1, Ereignisse 9000`)
    await expect(run('heute')).rejects.toThrow('kein Tag')
    await expect(compareDays(database.platform.db, { city: 'nirgends' }, () => 0)).rejects.toThrow(
      'gibt es hier nicht',
    )
  })
})
