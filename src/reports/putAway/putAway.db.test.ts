import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { asSystem, type Context } from '../../platform/context.ts'
import { reportsInput } from '../contract.ts'
import { moveReport } from '../moveReport.ts'
import { openReport } from '../openReport.ts'
import { readReport } from '../readReport.ts'
import { readReports } from '../readReports.ts'
import { aReport, givenCategories } from '../reports.testkit.ts'
import { bringBack, putAway } from './putAway.ts'

const database = useDatabase()
let city: GivenCity
let staff: GivenAccount
let citizen: Context
const reason = 'Der Bauhof misst am Freitag nach.'

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  await givenCategories(admin.ctx, city)
  staff = await givenAccount(database.platform, city.cityId, 'report')
  citizen = asSystem(database.platform, city.cityId)
})

const listed = async (show: 'open' | 'away'): Promise<string[]> =>
  (await readReports(staff.ctx, reportsInput.parse({ show }))).items.map(({ id }) => id)
/** 'YYYY-MM-DD', in so many days of the clock. */
const inDays = (days: number): string =>
  new Date(database.platform.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

describe('a report that is put away', () => {
  test('leaves the list, stays counted as open, and is found among those put away', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await putAway(staff.ctx, caseId, { day: inDays(1), reason })
    expect([await listed('open'), await listed('away')]).toEqual([[], [caseId]])
    const { counts } = await readReports(staff.ctx, reportsInput.parse({}))
    expect(counts).toMatchObject({ open: 1, away: 1 })
    expect((await readReport(staff.ctx, caseId)).away?.is).toBe('away')
    const notes = await database.platform.db
      .selectFrom('case_note')
      .select('text')
      .where('case_id', '=', caseId)
      .execute()
    expect(notes).toEqual([{ text: `Zurückgelegt: ${reason}` }])
  })

  test('given its day, is back by itself and says so', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await putAway(staff.ctx, caseId, { day: inDays(1), reason })
    await database.platform.db
      .updateTable('report')
      .set({ put_away_until: database.platform.clock.now() })
      .where('case_id', '=', caseId)
      .execute()
    const { items } = await readReports(staff.ctx, reportsInput.parse({}))
    expect(items.map(({ id, away }) => [id, away])).toEqual([[caseId, 'back']])
    expect(await listed('away')).toEqual([])
  })

  test('given a due time that is nearly over, or is over, is back before its day', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await putAway(staff.ctx, caseId, { day: inDays(30), reason })
    await database.platform.db
      .updateTable('report')
      .set((row) => ({ reminded_for: row.ref('due_at') }))
      .where('case_id', '=', caseId)
      .execute()
    expect(await listed('open')).toEqual([caseId])
    const past = new Date(database.platform.clock.now().getTime() - 1)
    await database.platform.db
      .updateTable('report')
      .set({ reminded_for: null, due_at: past })
      .where('case_id', '=', caseId)
      .execute()
    expect(await listed('open')).toEqual([caseId])
  })

  test('given a step, or a word to bring it back, is in the list again', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await putAway(staff.ctx, caseId, { day: inDays(30), reason })
    await bringBack(staff.ctx, caseId)
    await bringBack(staff.ctx, caseId)
    expect(await listed('open')).toEqual([caseId])
    await putAway(staff.ctx, caseId, { day: inDays(30), reason })
    await moveReport(staff.ctx, caseId, { state: 'in-work', text: 'Wir messen nach.', plannedFor: null })
    expect([await listed('open'), await listed('away')]).toEqual([[caseId], []])
    const events = await database.platform.db
      .selectFrom('event')
      .select('data')
      .where('kind', '=', 'report.put-away')
      .where('case_id', '=', caseId)
      .orderBy('seq')
      .execute()
    expect(events.map(({ data }) => (data as { until: string | null }).until === null)).toEqual([
      false,
      true,
      false,
    ])
  })

  test('given no day, one that is over, or no reason, says so at the field and changes nothing', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await expect(putAway(staff.ctx, caseId, { day: null, reason: '' })).rejects.toMatchObject({
      fields: { day: 'Bitte nennen Sie den Tag.', reason: 'Bitte sagen Sie, warum.' },
    })
    await expect(putAway(staff.ctx, caseId, { day: inDays(-1), reason })).rejects.toMatchObject({
      status: 422,
    })
    expect(await listed('open')).toEqual([caseId])
  })

  test('given somebody of another team, is refused', async () => {
    const { caseId } = await openReport(citizen, aReport())
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    await expect(putAway(clerk.ctx, caseId, { day: inDays(1), reason })).rejects.toMatchObject({
      status: 403,
    })
  })
})
