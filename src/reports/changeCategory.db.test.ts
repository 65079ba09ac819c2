import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import type { Context } from '../platform/context.ts'
import { saveCategory } from './categories/saveCategory.ts'
import { findCategory } from './categories/store.ts'
import { changeCategory } from './changeCategory.ts'
import { moveReport } from './moveReport.ts'
import { releaseReport } from './open311/releaseReport.ts'
import { openReport } from './openReport.ts'
import { readReport } from './readReport.ts'
import { aReport, givenCategories } from './reports.testkit.ts'

const database = useDatabase()
const reason = 'Es ist ein Lob.'
let city: GivenCity
let admin: GivenAccount
let staff: GivenAccount
let citizen: Context

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  await givenCategories(admin.ctx, city)
  staff = await givenAccount(database.platform, city.cityId, 'report')
  citizen = { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } }
})

async function change(id: string, over: object): Promise<void> {
  const found = await findCategory(database.platform.db, city.cityId, id)
  const { id: _, ...rest } = found!
  await saveCategory(admin.ctx, id, { ...rest, questions: [...rest.questions], ...over })
}

describe('another category', () => {
  test('given fewer hours, is due earlier; given more, as it was told', async () => {
    const { caseId, dueAt } = await openReport(citizen, aReport())
    await change('idee', { answerHours: 2 })
    await changeCategory(staff.ctx, caseId, { category: 'idee', reason })
    const sooner = (await readReport(staff.ctx, caseId)).dueAt
    expect(Date.parse(sooner)).toBeLessThan(dueAt.getTime())
    await change('strasse', { answerHours: 200 })
    await changeCategory(staff.ctx, caseId, { category: 'strasse', reason })
    expect((await readReport(staff.ctx, caseId)).dueAt).toBe(sooner)
  })

  test('given answers to the old questions, they are kept as a note with the reason', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await changeCategory(staff.ctx, caseId, { category: 'idee', reason })
    const view = await readReport(staff.ctx, caseId)
    expect(view).toMatchObject({ category: { id: 'idee' }, answers: [] })
    const { text } = await database.platform.db
      .selectFrom('case_note')
      .select('text')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(text).toBe(
      'Kategorie geändert: Straße und Gehweg → Idee oder Lob. Es ist ein Lob.\nKann sich dort jemand verletzen? ja',
    )
  })

  test('given a report that everybody sees, is hidden where the new category is not shown', async () => {
    await change('strasse', { published: true })
    const { caseId } = await openReport(citizen, aReport())
    await releaseReport(staff.ctx, caseId, true)
    await changeCategory(staff.ctx, caseId, { category: 'idee', reason })
    const row = await database.platform.db
      .selectFrom('report')
      .select('released_at')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(row.released_at).toBeNull()
  })

  test('given none, one that is switched off, the same, or an answered report, says so', async () => {
    const { caseId } = await openReport(citizen, aReport())
    const to = (category: string) => changeCategory(staff.ctx, caseId, { category, reason })
    await expect(to('gibtesnicht')).rejects.toMatchObject({ fields: { category: expect.any(String) } })
    await change('idee', { active: false })
    await expect(to('idee')).rejects.toMatchObject({ fields: { category: expect.any(String) } })
    await expect(to('strasse')).rejects.toMatchObject({ status: 409, code: 'same-category' })
    await change('idee', { active: true })
    await moveReport(staff.ctx, caseId, { state: 'done', text: 'Erledigt.', plannedFor: null })
    await expect(to('idee')).rejects.toMatchObject({ status: 409, code: 'report-answered' })
  })

  test('given somebody of another team, is refused', async () => {
    const { caseId } = await openReport(citizen, aReport())
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    await expect(changeCategory(clerk.ctx, caseId, { category: 'idee', reason })).rejects.toMatchObject({
      status: 403,
    })
  })
})
