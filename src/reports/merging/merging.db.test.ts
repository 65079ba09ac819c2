import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type MailServer, startMailServer } from '../../../tests/kit/mail.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { connectMessages } from '../../messages/connect.ts'
import { sendDue } from '../../messages/sendDue.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import type { Context } from '../../platform/context.ts'
import { objectToAnswer } from '../follow/objectToAnswer.ts'
import { moveReport } from '../moveReport.ts'
import { type Opened, openReport } from '../openReport.ts'
import { readReport } from '../readReport.ts'
import { readReports } from '../readReports.ts'
import { aReport, givenCategories } from '../reports.testkit.ts'
import { routeReport } from '../routeReport.ts'
import { reportKinds } from '../tell/reportKinds.ts'
import { mergeReport, splitReport } from './mergeReport.ts'

const database = useDatabase()
const kinds = new Map(reportKinds('https://stadt.example').map((kind) => [kind.name, kind]))
const DONE = { state: 'done', text: 'Die Platte liegt wieder fest.', plannedFor: null } as const
let mail: MailServer
let city: GivenCity
let staff: GivenAccount
let citizen: Context
let disconnect = (): void => undefined

beforeAll(async () => {
  mail = await startMailServer()
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  await givenCategories(admin.ctx, city)
  staff = await givenAccount(database.platform, city.cityId, 'report')
  citizen = { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } }
  disconnect = connectMessages(database.platform, {
    mail: { url: mail.url, from: 'rathaus@stadt.example', plain: false, inbox: null },
    sms: null,
  })
  mail.mails.length = 0
  await database.pool.query('delete from message')
})
afterEach(() => disconnect())
afterAll(() => mail.stop())

const by = (email: string) => openReport(citizen, aReport({ contact: { name: null, phone: null, email } }))
const merge = (one: Opened, into: Opened) => mergeReport(staff.ctx, one.caseId, { number: into.number })
const view = ({ caseId }: Opened) => readReport(staff.ctx, caseId)
const listed = async () =>
  (await readReports(staff.ctx, { show: 'open', who: 'all' })).items.map(({ number }) => number)

describe('the same reported twice', () => {
  test('given one answer, all who reported get it, and the list and its counts show one', async () => {
    const worked = await by('jana@example.org')
    const one = await by('kim@example.org')
    expect((await view(one)).similar.map(({ number }) => number)).toEqual([worked.number])
    await merge(one, worked)
    expect(await listed()).toEqual([worked.number])
    expect((await readReports(staff.ctx, { show: 'open', who: 'all' })).counts.open).toBe(1)
    await moveReport(staff.ctx, worked.caseId, DONE)
    await sendDue(database.platform, kinds)
    const answered = mail.mails.filter(({ text }) => text.includes(DONE.text)).flatMap(({ to }) => to)
    expect(answered.toSorted()).toEqual(['jana@example.org', 'kim@example.org'])
    expect(await view(one)).toMatchObject({ state: 'done', mergedInto: { number: worked.number } })
    const states = await database.platform.db.selectFrom('case').select('state').execute()
    expect(states.map(({ state }) => state)).toEqual(['settled', 'settled'])
  })

  test('given "not solved" from any of them, the one that is worked is in work again, with all', async () => {
    const worked = await by('jana@example.org')
    const one = await by('kim@example.org')
    await merge(one, worked)
    await moveReport(staff.ctx, worked.caseId, DONE)
    database.platform.clock.advance(60_000)
    await objectToAnswer(citizen, one.caseId, 'Sie ist noch lose.')
    expect(await view(worked)).toMatchObject({ state: 'in-work', merged: [{ number: one.number }] })
    expect((await view(worked)).updates.at(-1)?.text).toBe('Sie ist noch lose.')
    expect((await view(one)).state).toBe('in-work')
    expect(await listed()).toEqual([worked.number])
  })

  test('given an earlier promise to one of them, all are due by it', async () => {
    const early = await by('jana@example.org')
    database.platform.clock.advance(3 * 3_600_000)
    const worked = await by('kim@example.org')
    await merge(early, worked)
    expect((await view(worked)).dueAt).toBe(early.dueAt.toISOString())
  })

  test('given a chain, everything belongs to the one at its end; a circle is refused', async () => {
    const first = await by('a@example.org')
    const second = await by('b@example.org')
    const third = await by('c@example.org')
    await merge(first, second)
    await merge(second, third)
    expect((await view(third)).merged.map(({ number }) => number).toSorted()).toEqual(
      [first.number, second.number].toSorted(),
    )
    await expect(merge(third, first)).rejects.toMatchObject({ status: 409, code: 'report-merged' })
    await expect(merge(third, third)).rejects.toMatchObject({ fields: { number: expect.any(String) } })
  })

  test('given the database alone, no chain can be made', async () => {
    const first = await by('a@example.org')
    const second = await by('b@example.org')
    const third = await by('c@example.org')
    await merge(first, second)
    const sql = 'update report set merged_into = $1 where case_id = $2'
    await expect(database.pool.query(sql, [first.caseId, third.caseId])).rejects.toThrow('one level deep')
    await expect(database.pool.query(sql, [third.caseId, second.caseId])).rejects.toThrow('one level deep')
  })

  test('given one that belongs to another, nobody works it on its own; separated, it is worked again', async () => {
    const worked = await by('jana@example.org')
    const one = await by('kim@example.org')
    await merge(one, worked)
    await expect(moveReport(staff.ctx, one.caseId, DONE)).rejects.toMatchObject({ code: 'report-merged' })
    await splitReport(staff.ctx, one.caseId)
    expect(await listed()).toHaveLength(2)
    await moveReport(staff.ctx, worked.caseId, DONE)
    expect((await view(one)).state).toBe('received')
    await expect(splitReport(staff.ctx, one.caseId)).rejects.toMatchObject({ code: 'not-merged' })
  })

  test('given another team, all that belong go along', async () => {
    const worked = await by('jana@example.org')
    const one = await by('kim@example.org')
    await merge(one, worked)
    await routeReport(staff.ctx, worked.caseId, { teamId: city.teams.office, reason: 'Dort.' })
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    expect((await readReport(clerk.ctx, one.caseId)).team.id).toBe(city.teams.office)
  })

  test('given two people who merge both ways at once, one of both counts', async () => {
    const first = await by('a@example.org')
    const second = await by('b@example.org')
    const both = await Promise.allSettled([merge(first, second), merge(second, first)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await listed()).toHaveLength(1)
  })

  test('given no such number, or an answered one, says so', async () => {
    const worked = await by('jana@example.org')
    const one = await by('kim@example.org')
    await expect(mergeReport(staff.ctx, one.caseId, { number: 'LU-0' })).rejects.toMatchObject({
      fields: { number: expect.any(String) },
    })
    await moveReport(staff.ctx, worked.caseId, DONE)
    await expect(merge(one, worked)).rejects.toMatchObject({ status: 409, code: 'report-answered' })
  })
})
