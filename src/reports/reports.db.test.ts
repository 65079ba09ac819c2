import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { type MailServer, startMailServer } from '../../tests/kit/mail.ts'
import { callBack } from '../callbacks/attempts/callBack.ts'
import { recordOutcome } from '../callbacks/attempts/recordOutcome.ts'
import { FakeSwitchboard, givenCallback } from '../callbacks/callbacks.testkit.ts'
import { sweepPromises } from '../callbacks/promises/decideDue.ts'
import { takeCallback } from '../callbacks/worklist/take.ts'
import { closeCase } from '../cases/index.ts'
import { givenCase } from '../cases/cases.testkit.ts'
import { readCase } from '../cases/readCase.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { connectMessages } from '../messages/connect.ts'
import { sendDue } from '../messages/sendDue.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import { type Context, inTransaction } from '../platform/context.ts'
import { assignReport } from './assignReport.ts'
import { giveWords } from './follow/giveWords.ts'
import { objectToAnswer } from './follow/objectToAnswer.ts'
import { openByReporter } from './follow/openByReporter.ts'
import { reportForReporter } from './follow/reportForReporter.ts'
import { moveReport } from './moveReport.ts'
import { openReport } from './openReport.ts'
import { readReport } from './readReport.ts'
import { readReports } from './readReports.ts'
import { aReport, givenCategories } from './reports.testkit.ts'
import { remindReporters } from './remind.ts'
import { routeReport } from './routeReport.ts'
import type { Step } from './stepRule.ts'
import { takeOn } from './takeOn.ts'
import { reportKinds } from './tell/reportKinds.ts'

const database = useDatabase()
const kinds = new Map(reportKinds('https://stadt.example').map((kind) => [kind.name, kind]))
let mail: MailServer
let city: GivenCity
let staff: GivenAccount
let lead: GivenAccount
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
  staff = await givenAccount(database.platform, city.cityId, 'report', { name: 'Rita Report' })
  lead = await givenAccount(database.platform, city.cityId, 'lead')
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

const send = () => sendDue(database.platform, kinds)
const step = (over: Partial<Step>): Step => ({ state: 'in-work', text: '', plannedFor: null, ...over })
const DONE = step({ state: 'done', text: 'Die Platte liegt wieder fest.' })
const ADDRESS = '192.0.2.7'

describe('reporting', () => {
  test('given a report, it is due in service hours and its number and words open it', async () => {
    const { number, secret, caseId, dueAt } = await openReport(citizen, aReport())
    // Monday 9:00, ten service hours: to Tuesday, 12:30 + 2.5 hours in the afternoon.
    expect(dueAt.toISOString()).toBe('2026-11-24T11:00:00.000Z')
    expect(secret).toMatch(/^\p{L}+ \p{L}+ \p{L}+$/u)
    const typed = ` ${secret.toUpperCase().replaceAll(' ', '-')} `
    const opened = await openByReporter(citizen, { number, secret: typed, address: ADDRESS }, 'de')
    expect(opened).toBe(caseId)
    const view = await reportForReporter(citizen, opened)
    expect(view).toMatchObject({
      number,
      state: 'received',
      place: 'Münsterstraße 1',
      updates: [],
      objectUntil: null,
    })
  })

  test('given wrong words or a wrong number, both are the same to whoever tries, and guessing ends', async () => {
    const { number, secret } = await openReport(citizen, aReport())
    const wrong = (address: string) =>
      openByReporter(citizen, { number, secret: 'apfel apfel apfel', address }, 'de')
    await expect(wrong('192.0.2.1')).rejects.toMatchObject({ status: 404 })
    for (let n = 2; n < 25; n += 1) await expect(wrong(`192.0.2.${n}`)).rejects.toMatchObject({ status: 404 })
    const right = openByReporter(citizen, { number, secret, address: '192.0.2.99' }, 'de')
    await expect(right).rejects.toMatchObject({ status: 404 })
  })

  test('given the same request twice, also at the same moment, there is one report with the same words', async () => {
    const request = aReport({ idempotencyKey: 'a-key-of-a-browser-1' })
    const answers = await Promise.all([openReport(citizen, request), openReport(citizen, request)])
    const again = await openReport(citizen, request)
    expect(new Set([...answers, again].map(({ caseId }) => caseId)).size).toBe(1)
    expect(new Set([...answers, again].map(({ secret }) => secret)).size).toBe(1)
    expect((await readReports(staff.ctx, { show: 'open', who: 'all' })).counts.open).toBe(1)
    // Changed in another window: it is another report.
    const changed = await openReport(citizen, { ...request, description: 'Es sind zwei Platten.' })
    expect(changed.caseId).not.toBe(answers[0]!.caseId)
  })

  test('given what is missing, each field has its sentence and nothing is stored', async () => {
    const refused = openReport(citizen, aReport({ description: ' ', place: '', answers: {} }))
    await expect(refused).rejects.toMatchObject({
      status: 422,
      fields: {
        description: expect.stringContaining('beschreiben'),
        place: expect.stringContaining('wo'),
        'answers.gefahr': expect.any(String),
      },
    })
    expect((await readReports(staff.ctx, { show: 'open', who: 'all' })).items).toEqual([])
  })
})

describe('new words', () => {
  test('given a report of a call or words that were tried too often, staff give new ones, once', async () => {
    const { number, secret, caseId } = await openReport(citizen, aReport())
    for (let n = 1; n < 25; n += 1) {
      const wrong = { number, secret: 'apfel apfel apfel', address: `198.51.100.${n}` }
      await expect(openByReporter(citizen, wrong, 'de')).rejects.toMatchObject({ status: 404 })
    }
    const { words } = await giveWords(staff.ctx, caseId)
    expect(await openByReporter(citizen, { number, secret: words, address: ADDRESS }, 'de')).toBe(caseId)
    const former = openByReporter(citizen, { number, secret, address: ADDRESS }, 'de')
    await expect(former).rejects.toMatchObject({ status: 404 })
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    await expect(giveWords(clerk.ctx, caseId)).rejects.toMatchObject({ status: 403 })
  })
})

describe('an answer', () => {
  test('given a case that owes one, no way of closing it works, not even SQL', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await inTransaction(staff.ctx, (tx) => closeCase(tx, staff.ctx, caseId, 'settled'))
    expect((await readCase(staff.ctx, caseId)).state).toBe('open')
    const forced = database.pool.query(
      `update "case" set state = 'settled', closed_at = now() where id = $1`,
      [caseId],
    )
    await expect(forced).rejects.toMatchObject({ constraint: 'case_answered_before_it_ends' })
    const silent = database.pool.query(`update report set state = 'done' where case_id = $1`, [caseId])
    await expect(silent).rejects.toMatchObject({ constraint: 'report_ends_with_answer' })
  })

  test('given a plan for a day on which nobody opens, it is due with the last moment of that day', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await moveReport(staff.ctx, caseId, step({ state: 'planned', plannedFor: '2026-11-28' }))
    expect((await readReport(staff.ctx, caseId)).dueAt).toBe('2026-11-28T22:59:59.999Z')
  })

  test('given all states one after the other, whoever reported is told each by mail and the case ends with the answer', async () => {
    const { caseId, number } = await openReport(citizen, aReport())
    await moveReport(staff.ctx, caseId, step({}))
    await moveReport(
      staff.ctx,
      caseId,
      step({ state: 'planned', plannedFor: '2026-11-26', text: 'Am Donnerstag.' }),
    )
    const planned = await readReport(staff.ctx, caseId)
    // The city closes at 18:00 that day.
    expect(planned).toMatchObject({ state: 'planned', dueAt: '2026-11-26T17:00:00.000Z' })
    await moveReport(staff.ctx, caseId, step({ state: 'forwarded', text: 'An Straßen.NRW.' }))
    expect((await readCase(staff.ctx, caseId)).state).toBe('open')
    await moveReport(staff.ctx, caseId, DONE)
    expect((await readCase(staff.ctx, caseId)).state).toBe('settled')
    await send()
    const subjects = (await mail.received(5)).map((one) => one.header('subject'))
    expect(subjects.toSorted()).toEqual(
      [
        `Antwort auf Ihre Meldung ${number}`,
        ...Array.from({ length: 3 }, () => `Neues zu Ihrer Meldung ${number}`),
        `Ihre Meldung ${number} ist angekommen`,
      ].toSorted(),
    )
    expect((await mail.about('Antwort auf')).text).toContain('Die Platte liegt wieder fest.')
    await expect(moveReport(staff.ctx, caseId, DONE)).rejects.toMatchObject({ status: 409 })
  })

  test('given the link of a mail, it opens the report; one sign changed, it does not', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await send()
    const [received] = await mail.received(1)
    const link = /\/meldung\/k\/([\w-]+)/.exec(received!.text)![1]!
    expect(await openByReporter(citizen, { link }, 'de')).toBe(caseId)
    const changed = `${link.startsWith('A') ? 'B' : 'A'}${link.slice(1)}`
    await expect(openByReporter(citizen, { link: changed }, 'de')).rejects.toMatchObject({ status: 404 })
    const other = await givenCity(database.platform)
    const elsewhere = openByReporter({ ...citizen, cityId: other.cityId }, { link }, 'de')
    await expect(elsewhere).rejects.toMatchObject({ status: 404 })
  })

  test('given that it is not solved, the report is open again and owes another answer; after 30 days it is too late', async () => {
    const { caseId } = await openReport(citizen, aReport())
    await moveReport(staff.ctx, caseId, DONE)
    await expect(objectToAnswer(citizen, caseId, '  ')).rejects.toMatchObject({ status: 422 })
    database.platform.clock.set('2026-11-24T08:00:00Z')
    await objectToAnswer(citizen, caseId, 'Sie wackelt wieder.')
    const view = await reportForReporter(citizen, caseId)
    expect(view.state).toBe('in-work')
    expect(view.updates.map(({ byReporter, text }) => [byReporter, text])).toEqual([
      [false, 'Die Platte liegt wieder fest.'],
      [true, 'Sie wackelt wieder.'],
    ])
    expect((await readCase(staff.ctx, caseId)).state).toBe('open')
    await expect(objectToAnswer(citizen, caseId, 'Noch einmal.')).rejects.toMatchObject({
      code: 'report-open',
    })
    await moveReport(staff.ctx, caseId, DONE)
    database.platform.clock.set('2026-12-24T08:00:00Z')
    await expect(objectToAnswer(citizen, caseId, 'Wackelt.')).rejects.toMatchObject({ code: 'report-over' })
  })
})

describe('a reminder', () => {
  /** How often somebody of this city was reminded so far; the sweep is for all cities. */
  async function remindedHere(): Promise<number> {
    await remindReporters(database.platform)
    const query = `select count(*)::int as n from event where city_id = $1 and kind = 'report.reminded'`
    return (await database.pool.query<{ n: number }>(query, [city.cityId])).rows[0]!.n
  }

  test('given half a day of service time left, whoever reported hears once that it may take longer', async () => {
    const { caseId, number } = await openReport(citizen, aReport())
    // Due on Tuesday at noon: four hours of service time before are Tuesday, 8:00.
    database.platform.clock.set('2026-11-24T06:59:00Z')
    const soon = async () => (await readReports(staff.ctx, { show: 'open', who: 'all' })).counts.soon
    expect(await soon()).toBe(0)
    expect(await remindedHere()).toBe(1)
    expect(await remindedHere()).toBe(1)
    expect(await soon()).toBe(1)
    expect(await readReport(staff.ctx, caseId)).toMatchObject({ soon: true, overdue: false })
    await send()
    expect((await mail.about(`Ihre Meldung ${number} dauert länger`)).text).toContain('nicht vergessen')
    // Another due time is another promise.
    await moveReport(staff.ctx, caseId, step({ state: 'planned', plannedFor: '2026-11-25' }))
    expect(await soon()).toBe(0)
    expect(await remindedHere()).toBe(1)
    database.platform.clock.set('2026-11-25T12:00:00Z')
    expect(await remindedHere()).toBe(2)
  })

  test('given an earlier moment, an answer or practice, nobody is reminded', async () => {
    await openReport(citizen, aReport())
    expect(await remindedHere()).toBe(0)
    const answered = await openReport(citizen, aReport())
    await moveReport(staff.ctx, answered.caseId, DONE)
    const practice = await givenCase(staff.ctx, city, { teamId: city.teams.reports, practice: true })
    await takeOn(staff.ctx, practice.id, { category: 'idee', place: '', answers: {} })
    database.platform.clock.set('2026-11-24T07:00:00Z')
    expect(await remindedHere()).toBe(1)
  })
})

describe('a promised call', () => {
  test('given one on the case, the answer waits for it; settled in the call, the case stays open for the answer', async () => {
    const { ctx } = await givenAccount(database.platform, city.cityId, 'lead')
    const { id, caseId } = await givenCallback(database.platform, city, ctx, {})
    await takeOn(ctx, caseId, { category: 'idee', place: '', answers: {} })
    await expect(moveReport(ctx, caseId, DONE)).rejects.toMatchObject({ status: 409, code: 'call-owed' })
    // A promise that broke still owes the call.
    database.platform.clock.set('2026-11-24T08:00:00Z')
    await sweepPromises(database.platform)
    await expect(moveReport(ctx, caseId, DONE)).rejects.toMatchObject({ status: 409, code: 'call-owed' })
    const switchboard = new FakeSwitchboard()
    await takeCallback(ctx, id)
    await callBack(ctx, switchboard, id)
    await recordOutcome(ctx, switchboard, id, { outcome: 'settled', note: '' })
    expect((await readCase(ctx, caseId)).state).toBe('open')
    await moveReport(ctx, caseId, DONE)
    expect((await readCase(ctx, caseId)).state).toBe('settled')
  })
})

describe('work', () => {
  test('given a report passed on, its reason and the way stand there, and a third time needs a lead', async () => {
    const { caseId } = await openReport(citizen, aReport())
    const { office, reports } = city.teams
    await routeReport(staff.ctx, caseId, { teamId: office, reason: 'Betrifft das Bürgerbüro.' })
    await expect(readReport(staff.ctx, caseId)).rejects.toMatchObject({ status: 403 })
    await routeReport(lead.ctx, caseId, { teamId: reports, reason: 'Doch nicht.' })
    const again = routeReport(staff.ctx, caseId, { teamId: office, reason: 'Doch.' })
    await expect(again).rejects.toMatchObject({ code: 'routed-too-often' })
    await routeReport(lead.ctx, caseId, { teamId: office, reason: 'Entschieden.' })
    const { routings, team } = await readReport(lead.ctx, caseId)
    expect(team.id).toBe(office)
    expect(routings.map(({ to, reason }) => [to, reason])).toEqual([
      ['Bürgerbüro', 'Betrifft das Bürgerbüro.'],
      ['Bürgertelefon', 'Doch nicht.'],
      ['Bürgerbüro', 'Entschieden.'],
    ])
  })

  test('given somebody of the team, it can be theirs; of another team, it cannot', async () => {
    const { caseId } = await openReport(citizen, aReport())
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
    await assignReport(staff.ctx, caseId, staff.account.id)
    await expect(assignReport(staff.ctx, caseId, clerk.account.id)).rejects.toMatchObject({ status: 422 })
    const mine = await readReports(staff.ctx, { show: 'open', who: 'mine' })
    expect(mine.items.map(({ id, assignee }) => [id, assignee?.name])).toEqual([[caseId, 'Rita Report']])
    expect(mine.counts).toEqual({ open: 1, away: 0, overdue: 0, soon: 0, mine: 1, nobody: 0 })
    expect((await readReports(clerk.ctx, { show: 'open', who: 'all' })).items).toEqual([])
  })

  test('given more than a page, the next one goes on where it ended', async () => {
    for (let n = 0; n < 53; n += 1) await openReport(citizen, aReport({ categoryId: 'idee', answers: {} }))
    const first = await readReports(staff.ctx, { show: 'open', who: 'all' })
    expect(first.items).toHaveLength(50)
    const second = await readReports(staff.ctx, { show: 'open', who: 'all', after: first.next! })
    expect(second.items).toHaveLength(3)
    expect(second.next).toBeNull()
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(53)
  })

  test('given a case that a call left, it becomes a report and is closed by an answer only', async () => {
    const { id } = await givenCase(staff.ctx, city, { teamId: city.teams.reports, outcome: 'hand-over' })
    const faulty = takeOn(staff.ctx, id, { category: 'strasse', place: '', answers: {} })
    await expect(faulty).rejects.toMatchObject({ status: 422 })
    await takeOn(staff.ctx, id, { category: 'strasse', place: 'Am Markt', answers: { gefahr: 'nein' } })
    const view = await readReport(staff.ctx, id)
    expect(view.answers).toEqual([{ question: 'Kann sich dort jemand verletzen?', answer: 'nein' }])
    const twice = takeOn(staff.ctx, id, { category: 'idee', place: '', answers: {} })
    await expect(twice).rejects.toMatchObject({ code: 'is-report' })
    await moveReport(staff.ctx, id, DONE)
    expect((await readCase(staff.ctx, id)).timeline.map(({ text }) => text)).toContain('Meldung erledigt.')
  })

  test('given words, a place or a number, the list shows what has them; given a team, what is its own', async () => {
    const one = await openReport(
      citizen,
      aReport({ description: 'Zwei lose Platten.', place: 'Marktplatz 3' }),
    )
    const other = await openReport(citizen, aReport({ description: 'Ein Loch.', place: 'Hauptstraße 1' }))
    const found = async (part: object): Promise<string[]> =>
      (await readReports(lead.ctx, { show: 'open', who: 'all', ...part })).items.map(({ number }) => number)
    // A stem finds the other forms of a word.
    expect(await found({ words: 'Platte' })).toEqual([one.number])
    expect(await found({ words: 'Hauptstraße' })).toEqual([other.number])
    expect(await found({ words: other.number.toLowerCase() })).toEqual([other.number])
    expect(await found({ words: 'Platte Hauptstraße' })).toEqual([])
    expect(await found({ words: '"(:* & | !' })).toEqual([])
    expect(await found({ team: city.teams.reports })).toHaveLength(2)
    expect(await found({ team: city.teams.office })).toEqual([])
    const { teams } = await readReports(staff.ctx, { show: 'open', who: 'all' })
    expect(teams.map(({ id }) => id)).toEqual([city.teams.reports])
  })
})
