import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { addClosure } from '../../city/index.ts'
import { type CityOverrides, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { inTransaction } from '../../platform/context.ts'
import { Problem } from '../../platform/problems.ts'
import { givenCallback } from '../callbacks.testkit.ts'
import { addAbsence, removeAbsence } from './absences.ts'
import { entryInput } from './contract.ts'
import { endRoster } from './endRoster.ts'
import { forgetEnded } from './forgetEnded.ts'
import { hasRoster } from './index.ts'
import { readRoster } from './readRoster.ts'
import { removeEntry } from './removeEntry.ts'
import { givenAbsence, givenEntries } from './roster.testkit.ts'
import { saveEntry } from './saveEntry.ts'

const database = useDatabase()

async function given(overrides: CityOverrides = {}) {
  const { platform } = database
  platform.clock.set('2026-11-23T08:00:00Z')
  const city = await givenCity(platform, overrides)
  const { cityId } = city
  const teamId = city.teams.office
  const clerk = await givenAccount(platform, cityId, 'clerk', { name: 'Carla Probe' })
  const lead = await givenAccount(platform, cityId, 'lead', { name: 'Frauke Probe' })
  const rows = (table: 'roster_entry' | 'roster_absence') =>
    platform.db.selectFrom(table).select('id').where('city_id', '=', cityId).orderBy('id').execute()
  return {
    city,
    cityId,
    teamId,
    clerk,
    lead,
    save: (input: object = {}, id: string | null = null, team = teamId) =>
      saveEntry(lead.ctx, team, id, entry({ accountId: clerk.account.id, ...input })),
    promise: (windowStart: string) =>
      givenCallback(platform, city, clerk.ctx, { windowStart: new Date(windowStart) }),
    absent: (from: string, until: string | null = from, ctx = lead.ctx) =>
      addAbsence(ctx, { accountId: clerk.account.id, from, until }),
    read: async (week?: string, ctx = lead.ctx) => {
      const { roster } = await readRoster(ctx, { team: teamId, week })
      if (!roster) throw new Error('no roster')
      return roster
    },
    rows,
    firstEntry: async () => (await rows('roster_entry'))[0]?.id ?? '',
    told: async () => {
      const events = await platform.db
        .selectFrom('event')
        .select(['kind', 'subject_id', 'data'])
        .where('city_id', '=', cityId)
        .where('kind', '=', 'roster.changed')
        .execute()
      return events.map(({ subject_id, data }) => ({ subject_id, data }))
    },
    deeds: async () => {
      const deeds = await platform.db
        .selectFrom('audit')
        .select('action')
        .where('city_id', '=', cityId)
        .where('account_id', 'in', [lead.account.id, clerk.account.id])
        .orderBy('seq')
        .execute()
      return deeds.map(({ action }) => action).filter((action) => action.startsWith('roster.'))
    },
  }
}

const entry = (input: object) =>
  entryInput.parse({
    kind: 'weekly',
    weekdays: [1],
    opens: '08:00',
    closes: '16:00',
    share: 100,
    from: '2026-11-01',
    ...input,
  })

const fieldsOf = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason)
  if (!(error instanceof Problem)) throw new Error('it was not refused')
  return { status: error.status, ...error.fields }
}

describe('saving a time', () => {
  test('given five weekdays, one entry for each, an event without a person, and a line in the trail', async () => {
    const { save, rows, told, deeds, teamId, cityId } = await given()
    expect(await hasRoster(database.platform.db, cityId, teamId)).toBe(false)
    expect(await save({ weekdays: [1, 2, 3, 4, 5] })).toEqual({ gaps: [] })
    expect(await rows('roster_entry')).toHaveLength(5)
    expect(await told()).toEqual([{ subject_id: teamId, data: { teamId } }])
    expect(await deeds()).toEqual(['roster.entry-saved'])
    expect(await hasRoster(database.platform.db, cityId, teamId)).toBe(true)
  })

  test('given one that overlaps, the sentence stands at its field with the day, and nothing changed', async () => {
    const { save, rows, city, told } = await given()
    await save({ weekdays: [2] })
    const sentence = /Am Dienstag steht für diese Person schon eine Zeit/
    const again = { weekdays: [1, 2], opens: '15:00', closes: '17:00' }
    expect(await fieldsOf(save(again))).toEqual({ status: 422, opens: expect.stringMatching(sentence) })
    const elsewhere = save({ weekdays: [2] }, null, city.teams.reports)
    expect(await fieldsOf(elsewhere)).toMatchObject({ status: 422, accountId: expect.any(String) })
    expect(await rows('roster_entry')).toHaveLength(1)
    expect(await told()).toHaveLength(1)
  })

  test('given an id, the new times stand instead of the old', async () => {
    const { save, firstEntry, read } = await given()
    await save()
    await save({ opens: '09:00', share: 40, breakOpens: '12:00', breakCloses: '12:30' }, await firstEntry())
    const { people } = await read()
    expect(people.find(({ name }) => name === 'Carla Probe')?.days[0]).toEqual({
      absent: false,
      times: [
        { from: '09:00', to: '12:00', share: 40 },
        { from: '12:30', to: '16:00', share: 40 },
      ],
    })
  })

  test('given a time of another team, it is not found there', async () => {
    const { save, firstEntry, city, lead } = await given()
    await save()
    expect(await fieldsOf(removeEntry(lead.ctx, city.teams.reports, await firstEntry()))).toEqual({
      status: 404,
    })
  })

  test.each([
    [{ opens: '16:00', closes: '08:00' }, 'closes'],
    [{ breakOpens: '12:00' }, 'breakCloses'],
    [{ breakOpens: '07:00', breakCloses: '08:30' }, 'breakOpens'],
    [{ share: 0 }, 'share'],
    [{ weekdays: [] }, 'weekdays'],
    [{ until: '2026-10-01' }, 'until'],
    [{ kind: 'day' }, 'date'],
    [{ kind: 'sometimes' }, 'kind'],
  ])('given %j, the sentence stands at %s', (input, field) => {
    const parsed = entryInput.safeParse({
      kind: 'weekly',
      accountId: '018f0000-0000-7000-8000-000000000000',
      weekdays: [1],
      opens: '08:00',
      closes: '16:00',
      share: 100,
      from: '2026-11-01',
      ...input,
    })
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain(field)
  })
})

describe('a change that leaves promises without anybody', () => {
  test('given the roster emptied, it says when and how many, and is stored', async () => {
    const { save, promise, firstEntry, lead, teamId, rows, read } = await given()
    await save()
    for (const start of ['2026-11-23T13:00:00Z', '2026-11-23T13:00:00Z', '2026-11-23T14:00:00Z'])
      await promise(start)
    expect(await removeEntry(lead.ctx, teamId, await firstEntry())).toEqual({
      gaps: [
        { when: 'heute 14–15 Uhr', promises: 2 },
        { when: 'heute 15–16 Uhr', promises: 1 },
      ],
    })
    expect(await rows('roster_entry')).toEqual([])
    expect((await read()).gaps).toHaveLength(2)
  })

  test('given an absence of the only one, the same; taken back, it is covered', async () => {
    const { save, promise, absent, rows, lead, told } = await given()
    await save()
    await promise('2026-11-23T13:00:00Z')
    expect((await absent('2026-11-23', null)).gaps).toEqual([{ when: 'heute 14–15 Uhr', promises: 1 }])
    const [{ id } = { id: '' }] = await rows('roster_absence')
    expect(await removeAbsence(lead.ctx, id)).toEqual({ gaps: [] })
    expect(await told()).toHaveLength(3)
  })

  test('given a team without a roster, its number stands for it', async () => {
    const { promise, absent } = await given()
    await promise('2026-11-23T13:00:00Z')
    expect(await absent('2026-11-23')).toEqual({ gaps: [] })
  })
})

describe('absences', () => {
  test('given a clerk, the own may be entered and taken back, another’s not', async () => {
    const { absent, clerk, lead, rows, deeds } = await given()
    await absent('2026-11-24', '2026-11-27', clerk.ctx)
    const other = addAbsence(clerk.ctx, { accountId: lead.account.id, from: '2026-11-24', until: null })
    expect(await fieldsOf(other)).toEqual({ status: 403 })
    const [{ id } = { id: '' }] = await rows('roster_absence')
    await removeAbsence(clerk.ctx, id)
    await addAbsence(lead.ctx, { accountId: lead.account.id, from: '2026-11-24', until: null })
    const [{ id: leads } = { id: '' }] = await rows('roster_absence')
    expect(await fieldsOf(removeAbsence(clerk.ctx, leads))).toEqual({ status: 403 })
    expect(await deeds()).toEqual([
      'roster.absence-entered',
      'roster.absence-removed',
      'roster.absence-entered',
    ])
  })

  test('given days that are entered, it is refused at the field', async () => {
    const { absent } = await given()
    await absent('2026-11-24', '2026-11-27')
    expect(await fieldsOf(absent('2026-11-27', null))).toEqual({
      status: 422,
      from: 'In dieser Zeit steht schon eine Abwesenheit.',
    })
  })
})

describe('reading', () => {
  test('given a closed day and an absence, the week shows both, and the hours how many people', async () => {
    const { save, absent, read, city } = await given()
    const admin = await givenAccount(database.platform, city.cityId, 'admin')
    await addClosure(admin.ctx, { date: '2026-11-24', reason: 'Personalversammlung' })
    await save({ weekdays: [1, 2, 3], closes: '10:00' })
    await absent('2026-11-25')
    const { days, people, begun, mayPlan } = await read('2026-11-26')
    expect([begun, mayPlan]).toEqual([true, true])
    expect(days[0]?.hours.slice(0, 4).map(({ from, to, people }) => `${from}-${to} ${people}`)).toEqual([
      '08:00-09:00 1',
      '09:00-10:00 1',
      '10:00-11:00 0',
      '11:00-12:00 0',
    ])
    expect(days[1]).toMatchObject({ closedBecause: 'Personalversammlung', hours: [] })
    expect(days[2]?.hours.every(({ people }) => people === 0)).toBe(true)
    const carla = people.find(({ name }) => name === 'Carla Probe')
    expect(carla?.days.map(({ absent, times }) => (absent ? 'away' : times.length))).toEqual([
      1,
      1,
      'away',
      0,
      0,
      0,
      0,
    ])
  })

  test('given a clerk, the own team is read only; another’s is not found', async () => {
    const { read, clerk, city } = await given()
    expect(await read(undefined, clerk.ctx)).toMatchObject({ mayPlan: false })
    expect(await fieldsOf(readRoster(clerk.ctx, { team: city.teams.reports }))).toEqual({ status: 404 })
  })

  test('given a team whose number is there, its roster ends only when it is empty', async () => {
    const { save, firstEntry, lead, teamId, cityId, city } = await given()
    await save()
    expect(await fieldsOf(endRoster(lead.ctx, teamId))).toEqual({ status: 409 })
    await removeEntry(lead.ctx, teamId, await firstEntry())
    await endRoster(lead.ctx, teamId)
    expect(await hasRoster(database.platform.db, cityId, teamId)).toBe(false)
    expect(await fieldsOf(endRoster(lead.ctx, city.teams.serviceDesk))).toEqual({ status: 404 })
  })
})

test('given a roster that is ended while a time is being entered, the time is not lost', async () => {
  const { save, firstEntry, lead, clerk, teamId, rows } = await given()
  await save()
  await removeEntry(lead.ctx, teamId, await firstEntry())
  const { ending } = await inTransaction(database.platform, async (tx) => {
    const input = entry({ accountId: clerk.account.id })
    await saveEntry({ ...lead.ctx, db: tx }, teamId, null, input)
    const ending = fieldsOf(endRoster(lead.ctx, teamId))
    await expect.poll(() => waitingForLocks()).toBeGreaterThan(0)
    return { ending }
  })
  expect(await ending).toEqual({ status: 409 })
  expect(await rows('roster_entry')).toHaveLength(1)
})

const waitingForLocks = async (): Promise<number> => {
  const { rows } = await database.pool.query('select 1 from pg_locks where not granted')
  return rows.length
}

test('given what ended more than thirty days ago, it is gone, and what lasts is there', async () => {
  const { clerk, cityId, teamId, rows } = await given()
  const whole = { teamId, accountId: clerk.account.id }
  await givenEntries(
    database.platform,
    cityId,
    { ...whole, until: '2026-10-23' },
    { ...whole, weekday: 2, until: '2026-10-24' },
    { ...whole, weekday: 3 },
  )
  await givenAbsence(database.platform, cityId, clerk.account.id, '2026-10-01', '2026-10-23')
  await givenAbsence(database.platform, cityId, clerk.account.id, '2026-10-24', null)
  await forgetEnded(database.platform)
  expect(await rows('roster_entry')).toHaveLength(2)
  expect(await rows('roster_absence')).toHaveLength(1)
})
