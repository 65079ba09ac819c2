import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCatalogue } from '../../catalogue/catalogue.testkit.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { StaffContext } from '../../platform/context.ts'
import { type GivenPromise, givenPromise } from './callbackFigures.testkit.ts'
import { callbackFiguresCsv } from './callbackFiguresCsv.ts'
import { COUNTS } from './contract.ts'
import { figuresOfPeriod } from './figuresOfPeriod.ts'
import { readCallbackFigures } from './readCallbackFigures.ts'

const database = useDatabase()
const CARD = 'ausweis-abholen'
const PIN = 'eid-pin'
const DAY = { from: '2026-11-23', to: '2026-11-23' }
const MINUTE = 60_000
/** Monday, local time of Berlin. */
const at = (clock: string): string => `2026-11-23T${clock}:00+01:00`
const TEN = [at('10:00'), at('11:00')] as const
const TWO = [at('14:00'), at('15:00')] as const

type Told = Omit<GivenPromise, 'cityId' | 'teamId' | 'accountId'>

/** Six for one service: four kept, one broken, one withdrawn. */
const CARDS: readonly Told[] = [
  {
    promisedAt: at('09:00'),
    window: TEN,
    promise: 'kept',
    outcome: 'settled',
    tries: [[at('10:00'), 'reached']],
  },
  {
    promisedAt: at('09:00'),
    window: TEN,
    promise: 'kept',
    outcome: 'settled',
    tries: [
      [at('10:10'), 'busy'],
      [at('11:10'), 'reached'],
    ],
  },
  { promisedAt: at('09:00'), window: TEN, promise: 'broken', cause: 'nobody-took-it' },
  // The lunch break of an hour is no service time.
  {
    promisedAt: at('12:00'),
    window: TWO,
    promise: 'kept',
    outcome: 'follow-up',
    tries: [[at('14:00'), 'reached']],
  },
  { promisedAt: at('12:00'), window: TWO, promise: 'withdrawn', outcome: 'settled' },
  // Friday noon: half an hour of service time that day, none at the weekend.
  {
    promisedAt: '2026-11-20T12:00:00+01:00',
    window: TEN,
    promise: 'kept',
    outcome: 'needs-appointment',
    tries: [[at('10:30'), 'reached']],
  },
]

const PINS: readonly Told[] = [
  { promisedAt: at('09:00'), window: TWO, promise: 'open', moved: true },
  {
    promisedAt: at('09:00'),
    window: TWO,
    promise: 'kept',
    tries: [
      [at('14:30'), 'no-answer'],
      [at('15:30'), 'voicemail'],
    ],
  },
  {
    promisedAt: at('08:00'),
    window: TEN,
    promise: 'broken',
    cause: 'telephone-failed',
    outcome: 'settled',
    tries: [
      [at('10:30'), 'failed'],
      [at('12:00'), 'reached'],
    ],
  },
  { promisedAt: at('08:00'), window: TEN, promise: 'broken', cause: 'owner-did-not-call' },
]

const OF_REPORTS: readonly Told[] = [
  {
    serviceId: PIN,
    promisedAt: at('08:00'),
    window: TWO,
    promise: 'broken',
    cause: 'nobody-on-duty',
    outcome: 'settled',
    tries: [[at('15:10'), 'called-back-meanwhile']],
  },
  {
    promisedAt: at('13:00'),
    window: TWO,
    promise: 'kept',
    outcome: 'withdrawn',
    tries: [[at('14:00'), 'reached']],
  },
]

const NOT_OF_THE_DAY: readonly Told[] = [
  { promisedAt: at('09:00'), window: TEN, promise: 'kept', practice: true },
  {
    promisedAt: at('09:00'),
    window: ['2026-11-24T10:00:00+01:00', '2026-11-24T11:00:00+01:00'],
    promise: 'open',
  },
]

let city: GivenCity
let lead: StaffContext

beforeAll(async () => {
  const { platform } = database
  city = await givenCity(platform)
  await givenCatalogue(platform, city.cityId)
  lead = (await givenAccount(platform, city.cityId, 'lead')).ctx
  const { office, reports } = city.teams
  const give = async (promises: readonly Told[], teamId: string, more: Partial<GivenPromise> = {}) => {
    for (const told of promises) {
      const ids = { cityId: city.cityId, teamId, accountId: lead.actor.accountId }
      await givenPromise(platform.db, { ...ids, ...more, ...told })
    }
  }
  await give(CARDS, office, { serviceId: CARD })
  await give(PINS, office, { serviceId: PIN })
  await give(OF_REPORTS, reports)
  await give(NOT_OF_THE_DAY, office)
})

test('given twelve promises of a day, the whole is what one counts by hand', async () => {
  const { size, total } = await readCallbackFigures(lead, DAY)
  expect(size).toBe('enough')
  expect(total).toEqual({
    promised: 12,
    kept: 6,
    broken: 4,
    brokenNobodyTookIt: 1,
    brokenOwnerDidNotCall: 1,
    brokenTelephoneFailed: 1,
    brokenNobodyOnDuty: 1,
    brokenWrongNumber: 0,
    withdrawn: 1,
    moved: 1,
    open: 1,
    firstAttempts: 7,
    firstReached: 4,
    tries: 10,
    reached: 6,
    spoken: 6,
    settledAtOnce: 5,
    // Of 60, 60, 70, 120, 150, 330 and 4230 minutes; in service time 30, 60, 60, 70, 150, 180 and 270.
    firstAttemptMedianMs: 120 * MINUTE,
    firstAttemptP90Ms: 4230 * MINUTE,
    firstAttemptServiceMedianMs: 70 * MINUTE,
    firstAttemptServiceP90Ms: 270 * MINUTE,
  })
})

test('given a service with one promise, it and the next smallest stand as one', async () => {
  const { groups } = await readCallbackFigures(lead, DAY)
  const services = groups.find(({ by }) => by === 'service')!
  expect(services.shown).toEqual([
    {
      key: CARD,
      name: 'Ausweis oder Reisepass abholen',
      figures: {
        promised: 6,
        kept: 4,
        broken: 1,
        brokenNobodyTookIt: 1,
        brokenOwnerDidNotCall: 0,
        brokenTelephoneFailed: 0,
        brokenNobodyOnDuty: 0,
        brokenWrongNumber: 0,
        withdrawn: 1,
        moved: 0,
        open: 0,
        firstAttempts: 4,
        firstReached: 3,
        tries: 5,
        reached: 4,
        spoken: 4,
        settledAtOnce: 3,
        firstAttemptMedianMs: 70 * MINUTE,
        firstAttemptP90Ms: 4230 * MINUTE,
        firstAttemptServiceMedianMs: 60 * MINUTE,
        firstAttemptServiceP90Ms: 180 * MINUTE,
      },
    },
  ])
  expect(services.rest).toMatchObject({
    groups: 2,
    figures: { promised: 6, kept: 2, broken: 3, open: 1, moved: 1, tries: 5, firstAttemptMedianMs: null },
  })
})

test('given two teams of which one has two promises, none is shown by itself', async () => {
  const { groups, total } = await readCallbackFigures(lead, DAY)
  const teams = groups.find(({ by }) => by === 'team')!
  expect(teams.shown).toEqual([])
  expect(teams.rest).toMatchObject({ groups: 2, figures: { promised: total!.promised } })
})

test('given two hours with six each, both are shown in their order', async () => {
  const { groups } = await readCallbackFigures(lead, DAY)
  const hours = groups.find(({ by }) => by === 'hour')!
  expect(hours.shown.map(({ name, figures }) => [name, figures.promised, figures.kept])).toEqual([
    ['10 bis 11 Uhr', 6, 3],
    ['14 bis 15 Uhr', 6, 3],
  ])
  expect(hours.rest).toBeNull()
})

test('given no days, it is the running month, and its counts are those of its days together', async () => {
  const month = await readCallbackFigures(lead, {})
  expect(month).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-30',
    cases: { opened: 13, settledInCall: 0 },
  })
  const of = async (from: string, to: string) => {
    const all = await figuresOfPeriod(
      database.platform.db,
      { id: city.cityId, timeZone: 'Europe/Berlin' },
      { from, to },
    )
    return all.find(({ by }) => by === 'total')!.figures
  }
  const days = await Promise.all(
    Array.from({ length: 30 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`).map((day) =>
      of(day, day),
    ),
  )
  for (const name of COUNTS)
    expect(`${name} ${month.total![name]}`).toBe(`${name} ${days.reduce((sum, day) => sum + day[name], 0)}`)
})

test('given one promise and none, nothing is shown', async () => {
  const tuesday = await readCallbackFigures(lead, { from: '2026-11-24', to: '2026-11-24' })
  expect(tuesday).toMatchObject({ size: 'few', total: null, groups: [] })
  const friday = await readCallbackFigures(lead, { from: '2026-11-27', to: '2026-11-27' })
  expect(friday).toMatchObject({ size: 'none', total: null, groups: [] })
})

test('given an agent or a clerk, it is refused', async () => {
  for (const role of ['agent', 'clerk'] as const) {
    const { ctx } = await givenAccount(database.platform, city.cityId, role)
    await expect(readCallbackFigures(ctx, DAY)).rejects.toMatchObject({ status: 403 })
  }
})

test('given the figures, the table for a spreadsheet has them, a line for each group', async () => {
  const lines = callbackFiguresCsv(await readCallbackFigures(lead, DAY)).split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFvon;bis;Gruppierung;Gruppe;Zugesagt;Gehalten;Gebrochen;/)
  expect(lines[1]).toBe('2026-11-23;2026-11-23;gesamt;;12;6;4;1;1;1;1;0;1;1;1;7;4;10;6;6;5;120;4230;70;270')
  expect(lines[2]).toMatch(/^2026-11-23;2026-11-23;Leistung;Ausweis oder Reisepass abholen;6;4;1;/)
  expect(lines[3]).toBe('2026-11-23;2026-11-23;Leistung;Übrige (2);6;2;3;0;1;1;1;0;0;1;1;3;1;5;2;2;2;;;;')
  expect(lines.slice(4).map((line) => line.split(';').slice(2, 5).join(' '))).toEqual([
    'Team Übrige (2) 12',
    'Stunde 10 bis 11 Uhr 6',
    'Stunde 14 bis 15 Uhr 6',
    '',
  ])
})
