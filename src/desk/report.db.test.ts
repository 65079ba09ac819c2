import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { FakeSwitchboard } from '../callbacks/callbacks.testkit.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import { client } from '../people/request.testkit.ts'
import { openByReporter, reportRoutes } from '../reports/index.ts'
import { givenCategories } from '../reports/reports.testkit.ts'
import { complete } from './complete.ts'
import type { Completed, CompleteInput, ReportDraft } from './contract.ts'
import { FULL, givenCall } from './desk.testkit.ts'
import { deskRoutes } from './routes.ts'

const database = useDatabase()
let city: GivenCity
let agent: GivenAccount
let switchboard: FakeSwitchboard

const TOLD: ReportDraft = {
  key: '0198c0de-0000-4000-8000-000000000001',
  categoryId: 'strasse',
  place: 'Gegenüber der Post',
  isPrivate: false,
  answers: { gefahr: 'ja' },
  anonymous: false,
}

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  await givenCategories(admin.ctx, city)
  switchboard = new FakeSwitchboard()
})

const finish = (
  callId: string,
  report: Partial<ReportDraft> = {},
  part: Partial<CompleteInput> = {},
): Promise<Completed> =>
  complete(agent.ctx, switchboard, callId, {
    ...FULL,
    outcome: 'report',
    windowStart: null,
    ...part,
    report: { ...TOLD, ...report },
  })
const rows = (table: 'case' | 'report' | 'intake' | 'callback') =>
  database.platform.db.selectFrom(table).selectAll().where('city_id', '=', city.cityId).execute()

describe('a report in a call', () => {
  test('given all that its category asks, case, report, record and call are one, at the category’s team', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const done = await finish(callId)
    expect(done).toMatchObject({
      promise: null,
      joined: false,
      words: expect.stringMatching(/^\p{L}+ \p{L}+ \p{L}+$/u),
    })
    const [found] = await rows('case')
    expect(found).toMatchObject({
      number: done.caseNumber,
      channel: 'phone',
      call_id: callId,
      line_id: city.lines.service.id,
      team_id: city.teams.reports,
      intake_outcome: 'report',
      reason: FULL.reason,
      contact_phone: '+491713920012',
      state: 'open',
      practice: false,
    })
    expect(await rows('report')).toMatchObject([
      { case_id: found?.id, category_id: 'strasse', place: 'Gegenüber der Post', answers: { gefahr: 'ja' } },
    ])
    expect(await rows('intake')).toMatchObject([{ draft: {}, completed_at: expect.any(Date) }])
    expect(await rows('callback')).toEqual([])
    const call = await database.platform.db
      .selectFrom('call')
      .select('case_id')
      .where('id', '=', callId)
      .execute()
    expect(call).toEqual([{ case_id: found?.id }])
  })

  test('given the words that were read aloud, they open it with the number', async () => {
    const { caseNumber, words } = await finish(await givenCall(database.platform, city, agent))
    const proof = { number: caseNumber!, secret: words!, address: '192.0.2.1' }
    const [found] = await rows('case')
    expect(await openByReporter(agent.ctx, proof, 'de')).toBe(found?.id)
  })

  test('given the answer was lost, the same form hears the same words, another form none, and there is one report', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const [first, second] = await Promise.all([finish(callId), finish(callId)])
    expect(second).toEqual(first)
    expect(await finish(callId)).toEqual(first)
    const other = await finish(callId, { key: '0198c0de-0000-4000-8000-000000000002' })
    expect(other).toEqual({ ...first, words: null })
    expect(await rows('case')).toHaveLength(1)
    expect(await rows('report')).toHaveLength(1)
  })

  test('given something is missing, nothing is written and each field says what', async () => {
    const callId = await givenCall(database.platform, city, agent)
    await expect(finish(callId, { place: ' ', answers: {} }, { reason: '' })).rejects.toMatchObject({
      status: 422,
      fields: {
        reason: expect.any(String),
        place: expect.any(String),
        'answers.gefahr': 'Bitte beantworten Sie diese Frage.',
      },
    })
    await expect(finish(callId, { categoryId: null })).rejects.toMatchObject({
      fields: { category: 'Bitte eine Kategorie wählen.' },
    })
    expect(await rows('case')).toEqual([])
    expect(await rows('intake')).toEqual([])
  })

  test('given the record cannot be completed, neither case nor report is left', async () => {
    const callId = await givenCall(database.platform, city, agent)
    await database.pool.query(
      'alter table intake add constraint no_more check (completed_at is null) not valid',
    )
    try {
      await expect(finish(callId)).rejects.toThrow('no_more')
    } finally {
      await database.pool.query('alter table intake drop constraint no_more')
    }
    expect(await rows('case')).toEqual([])
    expect(await rows('report')).toEqual([])
  })

  test('given "anonymous", neither name nor number nor address is kept with it', async () => {
    await finish(
      await givenCall(database.platform, city, agent),
      { anonymous: true },
      { contactEmail: 'jana@example.org' },
    )
    expect(await rows('case')).toMatchObject([
      { contact_name: null, contact_phone: null, contact_email: null },
    ])
  })

  test('given private ground, the report says so; in a category without a place, nothing of it is kept', async () => {
    await database.pool.query(
      "update report_category set place = 'none' where city_id = $1 and id = 'idee'",
      [city.cityId],
    )
    await finish(await givenCall(database.platform, city, agent), { isPrivate: true })
    await finish(await givenCall(database.platform, city, agent), { isPrivate: true, categoryId: 'idee' })
    const grounds = (await rows('report')).map((one) => [one.category_id, one.private_ground])
    expect(Object.fromEntries(grounds)).toEqual({ strasse: true, idee: false })
  })

  test('given a training call, the report is practice', async () => {
    const callId = await givenCall(database.platform, city, agent, { source: 'training' })
    expect((await finish(callId)).words).not.toBeNull()
    expect(await rows('case')).toMatchObject([{ practice: true, intake_outcome: 'report' }])
    expect(await rows('report')).toHaveLength(1)
  })

  test('given the line for reports itself, it is taken there too', async () => {
    const callId = await givenCall(database.platform, city, agent, { lineId: city.lines.report.id })
    expect((await finish(callId)).caseNumber).not.toBeNull()
  })
})

describe('an agent of the provider', () => {
  test('given a report they took, opens and lists none, and sees the categories only', async () => {
    const callId = await givenCall(database.platform, city, agent)
    await finish(callId)
    const [{ id } = { id: '' }] = await rows('case')
    const ask = client(database.platform, [...deskRoutes(switchboard), ...reportRoutes])
    const { cookie } = agent
    expect((await ask('GET', '/api/v1/reports', { cookie })).status).toBe(403)
    expect((await ask('GET', `/api/v1/reports/${id}`, { cookie })).status).toBe(403)
    expect((await ask('POST', `/api/v1/reports/${id}/words`, { cookie, body: {} })).status).toBe(403)
    const categories = await ask('GET', '/api/v1/desk/report-categories', { cookie })
    expect(categories.status).toBe(200)
    expect(await categories.json()).toMatchObject({
      categories: [
        { id: 'strasse', teamName: expect.stringMatching(/./), questions: [{ id: 'gefahr' }] },
        { id: 'idee' },
      ],
    })
  })

  test('given somebody else’s call, may not report in it', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const other = await givenAccount(database.platform, city.cityId, 'agent')
    const input = { ...FULL, outcome: 'report', report: TOLD } as const
    await expect(complete(other.ctx, switchboard, callId, input)).rejects.toMatchObject({ status: 403 })
    expect(await rows('case')).toEqual([])
  })
})
