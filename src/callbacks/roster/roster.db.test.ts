import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type CityOverrides, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { refusedBy } from '../../platform/problems.ts'
import { hasRoster, onDuty, presencesOf, workIn } from './index.ts'
import { type EntryOverrides, givenAbsence, givenEntries, givenRoster } from './roster.testkit.ts'

const database = useDatabase()
const HOUR = 3_600_000
/** Monday to Sunday, 23 to 29 November 2026. */
const WEEK = { start: Date.parse('2026-11-22T23:00:00Z'), end: Date.parse('2026-11-29T23:00:00Z') }

async function given(overrides: CityOverrides = {}) {
  const { platform } = database
  const city = await givenCity(platform, overrides)
  const { cityId } = city
  const teamId = city.teams.office
  const clerk = await givenAccount(platform, cityId, 'clerk')
  const accountId = clerk.account.id
  const whole = { teamId, accountId }
  return {
    city,
    cityId,
    teamId,
    accountId,
    whole,
    enter: (...entries: Partial<EntryOverrides>[]) =>
      givenEntries(platform, cityId, ...entries.map((entry) => ({ ...whole, ...entry }))),
    hours: async (team = teamId) => workIn(await presencesOf(platform.db, cityId, team, WEEK), WEEK) / HOUR,
    works: (at: string) => onDuty(platform.db, cityId, accountId, new Date(at)),
    absent: (from: string, until: string | null = from) =>
      givenAbsence(platform, cityId, accountId, from, until),
  }
}

describe('presencesOf', () => {
  test('given a week, the service hours and closures cut it, and the share counts', async () => {
    const { enter, hours } = await given({
      closures: [{ date: '2026-11-24', reason: 'Personalversammlung' }],
    })
    await enter({ weekday: 1, share: 50 }, { weekday: 2 }, { weekday: 3 })
    expect(await hours()).toBe(3.5 + 7)
  })

  test('given an inactive account, one without the role and one that left the team, none of them', async () => {
    const { enter, hours, city, cityId, teamId } = await given()
    const { platform } = database
    const gone = await givenAccount(platform, cityId, 'clerk', { active: false })
    const admin = await givenAccount(platform, cityId, 'admin', { teamIds: [teamId] })
    const left = await givenAccount(platform, cityId, 'clerk', { teamIds: [city.teams.reports] })
    await enter(...[gone, admin, left].map(({ account }) => ({ accountId: account.id })))
    expect(await hours()).toBe(0)
    await enter({})
    expect(await hours()).toBe(7)
  })

  test('given a day for another team, the own team has not that person', async () => {
    const { enter, hours, city } = await given()
    await enter({})
    await enter({
      kind: 'day',
      teamId: city.teams.reports,
      from: '2026-11-23',
      until: '2026-11-23',
    })
    expect(await hours()).toBe(0)
  })

  test('given absences, whole days are missing', async () => {
    const { enter, hours, absent } = await given()
    await enter({ weekday: 1 }, { weekday: 3 }, { weekday: 5 })
    await absent('2026-11-23')
    await absent('2026-11-25', null)
    expect(await hours()).toBe(0)
  })

  test('given a hundred clerks, two weeks are worked out in a moment', async () => {
    const { cityId, teamId, enter } = await given()
    const { platform } = database
    for (let n = 0; n < 100; n += 1) {
      const { account } = await givenAccount(platform, cityId, 'clerk')
      await enter(
        ...[1, 2, 3, 4, 5].map((weekday) => ({
          accountId: account.id,
          weekday,
          pause: { opens: 720, closes: 750 },
        })),
      )
    }
    const range = { start: WEEK.start, end: WEEK.end + 7 * 24 * HOUR }
    const once = () => presencesOf(platform.db, cityId, teamId, range)
    expect((await once()).length).toBe(100 * 18)
    const times: number[] = []
    for (let n = 0; n < 20; n += 1) {
      const begun = performance.now()
      await once()
      times.push(performance.now() - begun)
    }
    // The fastest, because other work on the machine slows the rest.
    expect(Math.min(...times)).toBeLessThan(30)
  })
})

describe('hasRoster', () => {
  test('given one that was begun and emptied, it is there and nobody is on duty', async () => {
    const { cityId, teamId, hours } = await given()
    const known = () => hasRoster(database.platform.db, cityId, teamId)
    expect(await known()).toBe(false)
    await givenRoster(database.platform, cityId, teamId)
    expect(await known()).toBe(true)
    expect(await hours()).toBe(0)
  })
})

describe('onDuty', () => {
  test('given no entry, nothing is known; an absence is', async () => {
    const { works, absent } = await given()
    expect(await works('2026-11-23T08:00:00Z')).toBe(null)
    await absent('2026-11-23')
    expect(await works('2026-11-23T08:00:00Z')).toBe(false)
    expect(await works('2026-11-24T08:00:00Z')).toBe(null)
  })

  test('given an entry, its hours decide to the moment', async () => {
    const { works, enter } = await given()
    await enter({ pause: { opens: 600, closes: 615 } })
    expect(await works('2026-11-23T06:59:59.999Z')).toBe(false)
    expect(await works('2026-11-23T07:00:00Z')).toBe(true)
    expect(await works('2026-11-23T09:00:00Z')).toBe(false)
    expect(await works('2026-11-23T09:15:00Z')).toBe(true)
    expect(await works('2026-11-24T09:15:00Z')).toBe(false)
  })
})

describe('the database refuses', () => {
  test.each([
    ['two entries of one person that overlap', [{}, { opens: 900, closes: 1000 }], 'roster_entry_overlap'],
    ['the same in two teams', [{}, { other: true }], 'roster_entry_overlap'],
    ['an end before the beginning', [{ opens: 600, closes: 600 }], 'roster_entry_closes_later'],
    ['a last day before the first', [{ until: '2025-12-31' }], 'roster_entry_until_later'],
    ['a break that is not inside', [{ pause: { opens: 480, closes: 500 } }], 'roster_entry_break'],
    ['a share of nothing', [{ share: 0 }], 'roster_entry_share_check'],
    [
      'a day that is no Tuesday',
      [{ kind: 'day', weekday: 2, from: '2026-11-23', until: '2026-11-23' }],
      'roster_entry_day',
    ],
    [
      'two in the same odd weeks',
      [
        { everyWeeks: 2, from: '2026-11-23' },
        { everyWeeks: 2, from: '2026-12-07' },
      ],
      'roster_entry_overlap',
    ],
  ] as const)('%s', async (_what, entries, constraint) => {
    const { enter, city } = await given()
    const write = async () => {
      for (const entry of entries) {
        const { other, ...rest } = { other: false, ...entry }
        await enter(other ? { ...rest, teamId: city.teams.reports } : rest)
      }
    }
    expect(refusedBy(await write().catch((error: unknown) => error))).toBe(constraint)
  })

  test('given odd and even weeks, or one entry after the other, both stand', async () => {
    const { enter, hours } = await given()
    await enter({ everyWeeks: 2, from: '2026-11-23' }, { everyWeeks: 2, from: '2026-11-30', share: 50 })
    await enter({ weekday: 2, until: '2026-11-20' }, { weekday: 2, from: '2026-11-21' })
    expect(await hours()).toBe(14)
  })

  test('an absence within another', async () => {
    const { absent } = await given()
    await absent('2026-11-23', null)
    expect(refusedBy(await absent('2026-12-01').catch((error: unknown) => error))).toBe(
      'roster_absence_overlap',
    )
  })
})
