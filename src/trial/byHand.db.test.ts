import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import { datesBetween } from '../shared/dayClock.ts'
import { importTally } from './baseline/tally/importTally.ts'
import { undoPast } from './baseline/undoPast.ts'
import { readTrial, readTrials } from './plan/readTrials.ts'
import { saveTrial, startTrial } from './plan/saveTrial.ts'
import { resultOf } from './plan/trialStore.ts'
import { enterTestCall, undoTestCall } from './testCalls/enterTestCall.ts'
import type { TestCallInput } from './testCalls/contract.ts'
import { aPlan, playTrial } from './trial.testkit.ts'
import { closeTrial } from './verdict/closeTrial.ts'
import { replayTrial } from './verdict/replayTrial.ts'

const database = useDatabase()
let lead: GivenAccount
let clerk: GivenAccount
let play: () => Promise<void>

beforeEach(async () => {
  const { platform } = database
  platform.clock.set('2026-08-31T08:00:00Z')
  const city = await givenCity(platform)
  lead = await givenAccount(platform, city.cityId, 'lead')
  clerk = await givenAccount(platform, city.cityId, 'clerk')
  play = () => playTrial({ platform, city, clerk: clerk.ctx, sourceId: '' })
})

/** Of August: 90 calls a day, half of them answered, ten given up, nobody counted seconds. */
const sheetOf = (from: string, to: string): string =>
  datesBetween(from, to)
    .map((day) => `${day};90;45;10`)
    .join('\n')
const counted = async (source: 'tally' | 'test-calls'): Promise<string> => {
  const baseline = { from: '2026-08-03', to: '2026-08-28', source, queues: [] }
  const targets = (['answered15', 'abandoned'] as const).map((figure) => ({ figure, share: 0.3 }))
  const id = await saveTrial(lead.ctx, null, aPlan({ baseline, targets }))
  await startTrial(lead.ctx, id)
  await play()
  database.platform.clock.set('2026-10-14T08:00:00Z')
  await closeTrial(lead.ctx, id)
  return id
}
const replayed = (id: string) => replayTrial(database.platform.db, lead.ctx.cityId, id)

describe('a tally sheet', () => {
  test('given one, what it counted is compared, what it did not count is no guess, and it is worked out anew', async () => {
    const sheet = await importTally(lead.ctx, {
      name: 'Strichliste',
      text: sheetOf('2026-08-03', '2026-08-28'),
    })
    const id = await counted('tally')
    const { result } = await readTrial(lead.ctx, id)
    const [answered15, abandoned] = result!.figures
    expect(answered15).toMatchObject({ before: null, change: null, verdict: 'met' })
    expect(abandoned).toMatchObject({ before: { kept: 200, of: 1800, days: 20 } })
    expect(result!.answer).toBe('nothing-before')
    expect(result!.waits.beforeMs).toBeNull()
    expect(await replayed(id)).toEqual([])
    await expect(undoPast(lead.ctx, sheet)).rejects.toMatchObject({ status: 409 })
  })

  test('given two that overlap, a day counts once, as in the earlier one; taken back, as in the other', async () => {
    const first = await importTally(lead.ctx, { name: 'erste', text: sheetOf('2026-08-03', '2026-08-14') })
    const text = sheetOf('2026-08-10', '2026-08-28').replaceAll(';90;45;10', ';50;40;5')
    await importTally(lead.ctx, { name: 'zweite', text })
    const { imports } = await readTrials(lead.ctx)
    expect(imports.map(({ fileName, kind, calls, first: day }) => [fileName, kind, calls, day])).toEqual([
      ['zweite', 'tally', 19 * 50, '2026-08-09T22:00:00.000Z'],
      ['erste', 'tally', 12 * 90, '2026-08-02T22:00:00.000Z'],
    ])
    await expect(importTally(lead.ctx, { name: 'noch mal', text })).rejects.toMatchObject({ status: 409 })
    const before = async (id: string) => (await readTrial(lead.ctx, id)).result!.figures[1]!.before
    await undoPast(lead.ctx, first)
    const id = await counted('tally')
    // Fifteen weekdays are left: those of the second alone.
    expect(await before(id)).toMatchObject({ kept: 75, of: 750, days: 15 })
    expect(await replayed(id)).toEqual([])
  })

  test('given lines that cannot be, says each and keeps nothing; given somebody else, refuses', async () => {
    await expect(
      importTally(lead.ctx, { name: 'x', text: '3.8.2026;10;11\n4.8.2026;zehn\n5.8.2026;10' }),
    ).rejects.toMatchObject({
      status: 422,
      fields: {
        text: 'Zeile 1: Angenommen und aufgelegt sind mehr als alle Anrufe. Zeile 2: Bitte ganze Zahlen von 0 bis 100.000.',
      },
    })
    expect((await readTrials(lead.ctx)).imports).toEqual([])
    await expect(importTally(clerk.ctx, { name: 'x', text: '3.8.2026;10' })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('test calls', () => {
  const call = (over: Partial<TestCallInput> = {}): TestCallInput => ({
    day: '2026-08-05',
    time: '11:00',
    dialled: 'Bürgerbüro',
    answered: true,
    waitS: 12_000,
    ...over,
  })

  test('given some before and in a trial, they stand in its result; as the time before they are its days', async () => {
    // Three hours and twenty minutes, and fifteen seconds: what a newspaper measured.
    await enterTestCall(lead.ctx, call())
    await enterTestCall(lead.ctx, call({ time: '14:00', answered: false, waitS: 900 }))
    await enterTestCall(lead.ctx, call({ day: '2026-08-06', time: '09:00', waitS: 8 }))
    database.platform.clock.set('2026-09-15T09:00:00Z')
    await enterTestCall(lead.ctx, call({ day: '2026-09-15', time: '10:00', waitS: 15 }))
    const id = await counted('test-calls')
    const { result } = await readTrial(lead.ctx, id)
    expect(result!.figures[0]).toMatchObject({ before: { kept: 1, of: 3, days: 2 } })
    const { inputs } = (await resultOf(database.platform.db, lead.ctx.cityId, id))!
    expect(inputs).toMatchObject({
      testCalls: {
        baseline: [{ waitS: 12_000 }, { waitS: 900, answered: false }, { waitS: 8 }],
        trial: [{ at: '2026-09-15T08:00:00.000Z', dialled: 'Bürgerbüro', answered: true, waitS: 15 }],
      },
    })
    expect(await replayed(id)).toEqual([])
    const [last] = (await readTrials(lead.ctx)).testCalls
    await expect(undoTestCall(lead.ctx, last!.id)).rejects.toMatchObject({ status: 409 })
    await expect(enterTestCall(lead.ctx, call({ waitS: 3 }))).rejects.toMatchObject({ status: 409 })
    expect((await readTrials(lead.ctx)).testCalls).toHaveLength(4)
  })

  test('given one of the future, one that is there, or somebody else, says so; one can be taken back', async () => {
    const id = await enterTestCall(lead.ctx, call())
    await expect(enterTestCall(lead.ctx, call({ waitS: 1 }))).rejects.toMatchObject({
      status: 422,
      fields: { day: 'Dieser Testanruf ist schon eingetragen.' },
    })
    await expect(enterTestCall(lead.ctx, call({ day: '2026-09-01' }))).rejects.toMatchObject({
      fields: { day: 'Dieser Anruf läge in der Zukunft.' },
    })
    await expect(enterTestCall(clerk.ctx, call())).rejects.toMatchObject({ status: 403 })
    await undoTestCall(lead.ctx, id)
    expect((await readTrials(lead.ctx)).testCalls).toEqual([])
    await expect(undoTestCall(lead.ctx, id)).rejects.toMatchObject({ status: 404 })
  })
})
