import { describe, expect, test } from 'vitest'
import { useDatabase } from '../kit/database.ts'
import { checkMonth } from './invariants.ts'
import { fromWindows, type Promising, withinTheDay } from './offers.ts'
import { WHOLE_MONTH } from './plan.ts'
import { runMonth } from './runMonth.ts'

/** A week of a smaller office: a day with double load, a closure before work and one in the afternoon. */
const WEEK = {
  ...WHOLE_MONTH,
  serviceDays: 5,
  calls: 220,
  busy: { from: '2027-03-04', until: '2027-03-04' },
  closures: [{ date: '2027-03-03', at: '13:40', reason: 'Wasserschaden' }],
  officeSize: 0.2,
}

const RUNS: readonly (readonly [string, Promising])[] = [
  ['windows that are offered', fromWindows],
  ['a promise for the day', withinTheDay],
]

describe.each(RUNS)('given %s', (_, promising) => {
  const database = useDatabase()

  test('a week ends with no promise lost, none beyond the capacity, nobody dialled twice at once, and the log tells the same', async () => {
    const month = await runMonth(database.platform, WEEK, promising)
    if (promising === fromWindows) expect(month.wrong).toEqual([])
    expect(await checkMonth(month)).toEqual([])
  }, 300_000)
})
