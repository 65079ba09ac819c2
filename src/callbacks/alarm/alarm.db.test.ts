import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type SmsServer, startSmsServer } from '../../../tests/kit/mail.ts'
import { addClosure } from '../../city/index.ts'
import { type CityOverrides, givenCity, type GivenCity } from '../../city/city.testkit.ts'
import { connectMessages } from '../../messages/connect.ts'
import { givenAccount, type GivenAccount } from '../../people/people.testkit.ts'
import { asSystem, inTransaction } from '../../platform/context.ts'
import { callBack } from '../attempts/callBack.ts'
import { FakeSwitchboard, givenCallback } from '../callbacks.testkit.ts'
import { decideDue } from '../promises/decideDue.ts'
import { givenAbsence, givenEntries, givenRoster } from '../roster/roster.testkit.ts'
import { takeCallback } from '../worklist/take.ts'
import { helpAtRisk } from './helpAtRisk.ts'
import { raiseStages } from './raiseStages.ts'
import { readAtRisk } from './readAtRisk.ts'
import { recheck } from './recheck.ts'
import { tellLate } from './tellLate.ts'

const database = useDatabase()
let city: GivenCity
let lead: GivenAccount
let clerk: GivenAccount

const at = (time: string): void => database.platform.clock.set(`2026-11-23T${time}Z`)
const system = () => asSystem(database.platform, city.cityId)
const promise = (overrides = {}) => givenCallback(database.platform, city, clerk.ctx, overrides)
const events = async (kind: string): Promise<{ subject_id: string; data: unknown }[]> =>
  database.platform.db
    .selectFrom('event')
    .select(['subject_id', 'data'])
    .where('city_id', '=', city.cityId)
    .where('kind', '=', kind)
    .orderBy('seq')
    .execute()

async function given(overrides: CityOverrides = {}): Promise<void> {
  at('08:00:00')
  city = await givenCity(database.platform, overrides)
  lead = await givenAccount(database.platform, city.cityId, 'lead')
  clerk = await givenAccount(database.platform, city.cityId, 'clerk', {
    name: 'Frau Beispiel',
    teamIds: [city.teams.office],
  })
}
let sms: SmsServer
let disconnect = (): void => undefined
beforeAll(async () => {
  sms = await startSmsServer()
})
afterAll(() => sms.stop())
beforeEach(async () => {
  disconnect = connectMessages(database.platform, { sms: { url: sms.url, token: 'geheim' } })
  await given()
})
afterEach(() => disconnect())
const messages = async (kind: string): Promise<number> => {
  const rows = await database.platform.db
    .selectFrom('message')
    .select('id')
    .where('city_id', '=', city.cityId)
    .where('kind', '=', kind)
    .execute()
  return rows.length
}

describe('the stages of a promise', () => {
  test('given half and four fifths of the window without a call, each is told once, however often it is looked at', async () => {
    const { id } = await promise()
    at('13:29:59')
    await raiseStages(system())
    expect(await events('callback.at-risk')).toEqual([])
    at('13:30:00')
    await Promise.all([raiseStages(system()), raiseStages(system())])
    at('13:48:00')
    await raiseStages(system())
    await raiseStages(system())
    expect(await events('callback.at-risk')).toEqual([
      { subject_id: id, data: { stage: 'half' } },
      { subject_id: id, data: { stage: 'four-fifths' } },
    ])
  })

  test('given a process that dies before it is written, the stage is told by the next look', async () => {
    await promise()
    at('13:30:00')
    const dies = inTransaction(database.platform, async (tx) => {
      await raiseStages({ ...system(), db: tx })
      throw new Error('killed')
    })
    await expect(dies).rejects.toThrow('killed')
    expect(await events('callback.at-risk')).toEqual([])
    await raiseStages(system())
    expect(await events('callback.at-risk')).toHaveLength(1)
  })

  test('given an attempt, the alarm is cleared; practice raises none', async () => {
    const { id } = await promise()
    await promise({ practice: true })
    at('13:31:00')
    expect(await readAtRisk(lead.ctx)).toMatchObject({ count: 1, items: [{ callbackId: id, why: 'half' }] })
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, new FakeSwitchboard(), id)
    expect(await readAtRisk(lead.ctx)).toMatchObject({ count: 0 })
    await raiseStages(system())
    expect(await events('callback.at-risk')).toEqual([])
  })
})

describe('more promises than staff until closing', () => {
  test('given 14 promises and time for 9, the lead reads it, with those most at risk and what helps', async () => {
    await given({ callbacksPerHour: { office: 20, reports: 4 } })
    for (let made = 0; made < 14; made += 1) await promise({ windowStart: new Date('2026-11-23T13:00:00Z') })
    // Nine calls of eight minutes, which is what is planned while nothing was measured.
    await givenEntries(database.platform, city.cityId, {
      teamId: city.teams.office,
      accountId: clerk.ctx.actor.accountId,
      opens: 810,
      closes: 882,
    })
    at('12:30:00')
    const view = await readAtRisk(lead.ctx)
    expect(view.teams).toMatchObject([
      { name: 'Bürgerbüro', loadText: 'Heute reicht es nicht: 14 Zusagen, Zeit für 9.', nobody: null },
    ])
    expect(view.count).toBe(8)
    expect(view.items[0]?.helps.map(({ text }) => text)).toEqual([
      'An Bürgertelefon weitergeben',
      expect.stringMatching(/^Um später bitten: Mo, /),
      'An Frau Beispiel geben',
    ])
    await recheck(system())
    expect(await events('callback.rechecked')).toEqual([
      { subject_id: city.teams.office, data: { nobody: 0, tooMuch: 8 } },
    ])
  })

  // A fifth of nine, of eight and of seven hours, in calls of eight minutes.
  test.each([
    ['the clocks go back', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00Z', 13],
    ['the clocks stay', '2026-11-21T23:00:00Z', '2026-11-22T06:00:00Z', 12],
    ['the clocks go forward', '2027-03-27T23:00:00Z', '2027-03-28T05:00:00Z', 10],
  ])(
    'given a night in which %s, the staff until closing work its real hours',
    async (_, midnight, seven, fits) => {
      await given({ week: [{ weekday: 7, opens: 0, closes: 480 }], callbacksPerHour: { office: 20 } })
      database.platform.clock.set(midnight)
      for (let made = 0; made < 14; made += 1) await promise({ windowStart: new Date(seven) })
      await givenEntries(database.platform, city.cityId, {
        teamId: city.teams.office,
        accountId: clerk.ctx.actor.accountId,
        weekday: 7,
        opens: 0,
        closes: 480,
        share: 20,
      })
      expect((await readAtRisk(lead.ctx)).teams).toMatchObject([
        { loadText: `Heute reicht es nicht: 14 Zusagen, Zeit für ${fits}.` },
      ])
    },
  )
})

describe('promises in hours in which nobody is on duty', () => {
  test('given a closure added for today with thirty promises open, one sentence, and all are asked with one act', async () => {
    await given({ callbacksPerHour: { office: 40 } })
    for (let made = 0; made < 30; made += 1) await promise()
    await recheck(system())
    expect(await events('callback.rechecked')).toEqual([])
    const admin = await givenAccount(database.platform, city.cityId, 'admin')
    await addClosure(admin.ctx, { date: '2026-11-23', reason: 'Wasserschaden' })
    await recheck(system())
    await recheck(system())
    expect(await events('callback.rechecked')).toEqual([
      { subject_id: city.teams.office, data: { nobody: 30, tooMuch: 0 } },
    ])
    const { teams } = await readAtRisk(lead.ctx)
    const nobody = teams[0]?.nobody
    expect(nobody?.text).toBe(
      '30 Zusagen liegen in Stunden, in denen niemand Dienst hat (Wasserschaden). Die erste: heute 14–15 Uhr.',
    )
    const acts = (nobody?.ids ?? []).map((id) => ({ id, help: { kind: 'ask-later' as const } }))
    expect(await helpAtRisk(lead.ctx, { acts })).toEqual({
      done: 30,
      sentence: '30 um ein späteres Zeitfenster gebeten.',
      refused: [],
    })
    expect(await events('callback.asked-later')).toHaveLength(30)
    expect(await messages('callback.asked-later')).toBe(30)
    expect((await readAtRisk(lead.ctx)).teams[0]?.nobody?.ids).toEqual([])
    expect((await helpAtRisk(lead.ctx, { acts: acts.slice(0, 1) })).refused).toMatchObject([
      { message: 'Für dieses Zeitfenster wurde schon um ein späteres gebeten.' },
    ])
  })

  test('given a roster that is emptied and filled again, the condition comes and goes', async () => {
    const { accountId } = clerk.ctx.actor
    await givenEntries(database.platform, city.cityId, { teamId: city.teams.office, accountId })
    await promise()
    await recheck(system())
    expect(await readAtRisk(lead.ctx)).toMatchObject({ count: 0 })
    await givenAbsence(database.platform, city.cityId, accountId, '2026-11-23')
    await recheck(system())
    expect(await readAtRisk(lead.ctx)).toMatchObject({ count: 1, items: [{ why: 'nobody', owner: null }] })
    await database.pool.query('delete from roster_absence where city_id = $1', [city.cityId])
    await recheck(system())
    expect(await readAtRisk(lead.ctx)).toMatchObject({ count: 0 })
    expect((await events('callback.rechecked')).map(({ data }) => data)).toEqual([
      { nobody: 1, tooMuch: 0 },
      { nobody: 0, tooMuch: 0 },
    ])
  })

  test('given the night in which the clocks skip an hour, whoever works from three works in the window that ends there', async () => {
    const week = [{ weekday: 7, opens: 0, closes: 480 }]
    await given({ week })
    database.platform.clock.set('2027-03-27T20:00:00Z')
    // 1–2 o'clock, the last hour of winter time; then 3–4, the first of summer time: 2–3 does not exist.
    const early = await promise({ windowStart: new Date('2027-03-28T00:00:00Z') })
    await promise({ windowStart: new Date('2027-03-28T01:00:00Z') })
    await givenEntries(database.platform, city.cityId, {
      teamId: city.teams.office,
      accountId: clerk.ctx.actor.accountId,
      weekday: 7,
      opens: 180,
      closes: 300,
    })
    await recheck(system())
    const { items } = await readAtRisk(lead.ctx)
    expect(items.map(({ callbackId, why, dueText }) => [callbackId, why, dueText])).toEqual([
      [early.id, 'nobody', 'morgen 1–3 Uhr'],
    ])
  })

  test('given the night in which the clocks go back, both hours from two to three have whoever works then', async () => {
    await given({ week: [{ weekday: 7, opens: 0, closes: 480 }] })
    database.platform.clock.set('2026-10-24T20:00:00Z')
    const first = await promise({ windowStart: new Date('2026-10-25T00:00:00Z') })
    const second = await promise({ windowStart: new Date('2026-10-25T01:00:00Z') })
    const third = await promise({ windowStart: new Date('2026-10-25T02:00:00Z') })
    await givenEntries(database.platform, city.cityId, {
      teamId: city.teams.office,
      accountId: clerk.ctx.actor.accountId,
      weekday: 7,
      opens: 120,
      closes: 180,
    })
    const { items } = await readAtRisk(lead.ctx)
    expect(items.map(({ callbackId, why }) => [callbackId, why])).toEqual([[third.id, 'nobody']])
    const raised = async (time: string): Promise<unknown[]> => {
      database.platform.clock.set(`2026-10-25T${time}Z`)
      await raiseStages(system())
      const all = await events('callback.at-risk')
      return all.map(({ subject_id, data }) => [subject_id, data])
    }
    expect(await raised('00:29:59')).toEqual([])
    const firstHour = [
      [first.id, { stage: 'half' }],
      [first.id, { stage: 'four-fifths' }],
    ]
    expect(await raised('00:30:00')).toEqual(firstHour.slice(0, 1))
    expect(await raised('00:48:00')).toEqual(firstHour)
    expect(await raised('01:29:59')).toEqual(firstHour)
    expect(await raised('01:30:00')).toEqual([...firstHour, [second.id, { stage: 'half' }]])
  })

  test('given nobody on duty, the citizen is told once before the end, and the promise breaks with that cause', async () => {
    const { id } = await promise()
    await givenRoster(database.platform, city.cityId, city.teams.office)
    at('13:49:59')
    await tellLate(system())
    expect(await events('callback.late-told')).toEqual([])
    at('13:50:00')
    await tellLate(system())
    await tellLate(system())
    expect(await events('callback.late-told')).toMatchObject([{ subject_id: id }])
    expect(await messages('callback.late')).toBe(1)
    at('14:00:01')
    await decideDue(system(), id)
    expect(await events('callback.broken')).toMatchObject([{ data: { cause: 'nobody-on-duty' } }])
  })
})

describe('what a lead does', () => {
  test('given several at once, each is done and audited, and one that is refused does not stop the others', async () => {
    const [first, second, third] = [await promise(), await promise(), await promise()]
    at('13:31:00')
    await takeCallback(clerk.ctx, third.id)
    await callBack(clerk.ctx, new FakeSwitchboard(), third.id)
    const { accountId } = clerk.ctx.actor
    const result = await helpAtRisk(lead.ctx, {
      acts: [
        { id: first.id, help: { kind: 'give', ownerId: accountId } },
        { id: second.id, help: { kind: 'pass-on', teamId: city.teams.reports } },
        { id: third.id, help: { kind: 'ask-later' } },
      ],
    })
    expect(result).toEqual({
      done: 2,
      sentence: '1 an Frau Beispiel gegeben, 1 an Bürgertelefon weitergegeben.',
      refused: [{ caseNumber: third.caseNumber, message: 'Dieser Rückruf wird gerade geführt.' }],
    })
    const audit = await database.platform.db
      .selectFrom('audit')
      .select(['action', 'subject_kind'])
      .where('city_id', '=', city.cityId)
      .where('account_id', '=', lead.ctx.actor.accountId)
      .orderBy('seq')
      .execute()
    expect(audit).toEqual([
      { action: 'callback.give', subject_kind: 'callback' },
      { action: 'callback.pass-on', subject_kind: 'callback' },
    ])
    expect((await readAtRisk(lead.ctx)).items).toMatchObject([
      { callbackId: first.id, owner: 'Frau Beispiel' },
      { callbackId: second.id, teamId: city.teams.reports },
    ])
  })

  test('given nobody can be told, asking for a later window is refused with what to do, and nothing is changed', async () => {
    const { id } = await promise({ contactPhone: null })
    disconnect = connectMessages(database.platform, {})
    const { id: other } = await promise()
    const acts = [id, other].map((one) => ({ id: one, help: { kind: 'ask-later' as const } }))
    expect(await helpAtRisk(lead.ctx, { acts })).toMatchObject({
      done: 0,
      sentence: 'Nichts geändert.',
      refused: [
        { message: 'Hier ist keine Adresse für Nachrichten bekannt. Bitte anrufen oder weitergeben.' },
        { message: expect.stringMatching(/^Es kann keine Nachricht gehen/) },
      ],
    })
    expect(await events('callback.asked-later')).toEqual([])
  })

  test('given somebody without the right, refuses', async () => {
    await expect(readAtRisk(clerk.ctx)).rejects.toMatchObject({ status: 403 })
    await expect(helpAtRisk(clerk.ctx, { acts: [] })).rejects.toMatchObject({ status: 403 })
    const admin = await givenAccount(database.platform, city.cityId, 'admin')
    await expect(helpAtRisk(admin.ctx, { acts: [] })).rejects.toMatchObject({ status: 403 })
  })
})
