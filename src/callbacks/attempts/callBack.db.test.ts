import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import type { DialEvent } from '../../telephony/index.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, Problem } from '../../platform/problems.ts'
import { callBack } from './callBack.ts'
import { FakeSwitchboard, givenCallback, TEST_PHONE, WINDOW } from '../callbacks.testkit.ts'
import type { OutcomeInput } from '../contract.ts'
import { decideDue } from '../promises/decideDue.ts'
import { hangUp } from './hangUp.ts'
import { givenEndedCall } from '../proposals/proposals.testkit.ts'
import { hold } from './hold.ts'
import { readCallback } from '../worklist/readCallback.ts'
import { recordOutcome } from './recordOutcome.ts'
import { takeCallback } from '../worklist/take.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount
let switchboard: FakeSwitchboard
let id: string
let caseId: string

const at = (time: string): Date => new Date(`2026-11-23T${time}Z`)
const say = (outcome: OutcomeInput['outcome'], more: Partial<OutcomeInput> = {}) =>
  recordOutcome(clerk.ctx, switchboard, id, { outcome, note: '', ...more })
const row = () =>
  database.platform.db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const kinds = async () =>
  (
    await database.platform.db
      .selectFrom('event')
      .select('kind')
      .where('subject_id', 'in', [id, caseId])
      .orderBy('seq')
      .execute()
  ).map((event) => event.kind)

beforeEach(async () => {
  database.platform.clock.set(at('08:00:00'))
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  switchboard = new FakeSwitchboard()
  const given = await givenCallback(database.platform, city, clerk.ctx)
  id = given.id
  caseId = given.caseId
  await takeCallback(clerk.ctx, id)
})

describe('with a telephone of the clerk’s own', () => {
  test('given a call in the window and "settled", the promise is kept at the moment of the call', async () => {
    database.platform.clock.set(at('13:10:00.123'))
    await callBack(clerk.ctx, switchboard, id)
    expect(await readCallback(clerk.ctx, switchboard, id)).toMatchObject({
      via: 'tel',
      telLink: 'tel:+491713920012',
      promise: 'open',
      openAttempt: { via: 'tel', rangAt: null },
    })
    database.platform.clock.set(at('13:15:00'))
    expect(await say('settled')).toEqual({ state: 'done', promise: 'kept', nextText: null })
    expect(await row()).toMatchObject({
      promise: 'kept',
      decided_at: at('13:10:00.123'),
      state: 'done',
      outcome: 'settled',
      attempts: 1,
    })
    expect(await kinds()).toEqual([
      'case.opened',
      'callback.promised',
      'callback.not-told',
      'callback.taken',
      'attempt.started',
      'attempt.rang',
      'attempt.answered',
      'attempt.closed',
      'callback.kept',
      'callback.done',
      'case.closed',
    ])
  })

  test.each([
    ['13:00:00.000', 'kept'],
    ['14:00:00.000', 'kept'],
    ['14:00:00.001', 'broken'],
  ])('given a call at %s for the window until 14:00 UTC, the promise is %s', async (moment, promise) => {
    database.platform.clock.set(at(moment))
    await callBack(clerk.ctx, switchboard, id)
    await say('not-reached', { notReached: 'no-answer' })
    expect(await row()).toMatchObject({
      promise,
      decided_at: promise === 'kept' ? at(moment) : WINDOW.end,
    })
  })

  test('given a call before the window that reached the citizen, the promise is kept early', async () => {
    database.platform.clock.set(at('12:30:00'))
    await callBack(clerk.ctx, switchboard, id)
    await say('settled')
    const event = await database.platform.db
      .selectFrom('event')
      .select(['data', 'at'])
      .where('kind', '=', 'callback.kept')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(event.at).toEqual(at('12:30:00'))
    expect(event.data).toEqual({ practice: false, at: '2026-11-23T12:30:00.000Z', earlyMs: 1_800_000 })
  })
})

describe('with the telephone system', () => {
  const ring: readonly DialEvent[] = [
    { kind: 'clerk-ready', at: at('13:05:01') },
    { kind: 'rang', at: at('13:05:03.250') },
  ]
  beforeEach(async () => {
    switchboard.connectedTo = true
    database.platform.clock.set(at('13:05:00'))
    await callBack(clerk.ctx, switchboard, id)
  })

  test('given the citizen’s telephone rings in the window, the promise is kept at that millisecond', async () => {
    expect(switchboard.dialled).toMatchObject([
      { number: '+491713920012', callerId: city.lines.service.number, practice: false },
    ])
    await switchboard.play(...ring)
    expect(await row()).toMatchObject({ promise: 'kept', decided_at: at('13:05:03.250'), state: 'taken' })
    await switchboard.play({ kind: 'answered', at: at('13:05:10') })
    await switchboard.play({ kind: 'ended', at: at('13:09:00'), how: 'hung-up' })
    const { openAttempt } = await readCallback(clerk.ctx, switchboard, id)
    expect(openAttempt).toMatchObject({ hungUpAt: '2026-11-23T13:09:00.000Z', result: null })
    expect(await say('settled')).toMatchObject({ state: 'done', promise: 'kept' })
  })

  test('given the same news twice, it is written once', async () => {
    await switchboard.play(...ring, ...ring)
    expect((await kinds()).filter((kind) => kind === 'attempt.rang')).toHaveLength(1)
  })

  test('given the clerk’s own telephone stays silent, the attempt fails and another may begin', async () => {
    await switchboard.play({ kind: 'ended', at: at('13:05:30'), how: 'no-answer' })
    expect(await row()).toMatchObject({ promise: 'open', state: 'taken', attempts: 0 })
    await callBack(clerk.ctx, switchboard, id)
    expect(switchboard.dialled).toHaveLength(2)
  })

  test('given an engaged telephone, it counts as reached by the city', async () => {
    await switchboard.play(ring[0]!, { kind: 'ended', at: at('13:05:05'), how: 'busy' })
    expect(await row()).toMatchObject({ promise: 'kept', decided_at: at('13:05:05') })
  })

  test('given a second call while one is open, refuses it', async () => {
    await expect(callBack(clerk.ctx, switchboard, id)).rejects.toMatchObject({
      status: 409,
      code: 'attempt-open',
    })
  })

  test('given nobody answers, "not reached" ends the ringing and plans a morning or midday', async () => {
    await switchboard.play(...ring)
    const result = await say('not-reached', { notReached: 'no-answer' })
    expect(result).toMatchObject({ state: 'waiting', promise: 'kept' })
    expect(result.nextText).toBe('morgen zwischen 8 und 9 Uhr')
    expect(switchboard.endedDials).toHaveLength(1)
    expect(await row()).toMatchObject({
      state: 'waiting',
      owner_id: null,
      due_from: new Date('2026-11-24T07:00:00Z'),
      books_unit: true,
      attempts: 1,
    })
  })

  test('given a conversation, the citizen is held and taken back, and the timeline says both', async () => {
    await expect(hold(clerk.ctx, switchboard, id, true)).rejects.toMatchObject({ status: 409 })
    await switchboard.play(...ring, { kind: 'answered', at: at('13:05:04') })
    await hold(clerk.ctx, switchboard, id, true)
    expect(await readCallback(clerk.ctx, switchboard, id)).toMatchObject({ held: true })
    await hold(clerk.ctx, switchboard, id, false)
    expect(await readCallback(clerk.ctx, switchboard, id)).toMatchObject({ held: false })
    expect((await kinds()).slice(-2)).toEqual(['attempt.held', 'attempt.resumed'])
    const other = await givenAccount(database.platform, city.cityId, 'clerk')
    await expect(hold(other.ctx, switchboard, id, true)).rejects.toMatchObject({ status: 409 })
  })

  test('given the citizen calls meanwhile and both calls are joined, it is reached and the call is the case’s', async () => {
    const callId = await givenEndedCall(database.platform, city, { endReason: 'handed-over', answered: true })
    const joined = { kind: 'joined', at: at('13:05:04'), callId } as const
    await switchboard.play(ring[0]!, joined, joined)
    expect(await readCallback(clerk.ctx, switchboard, id)).toMatchObject({
      openAttempt: { answeredAt: '2026-11-23T13:05:04.000Z' },
    })
    database.platform.clock.set(at('13:20:00'))
    expect(await say('settled')).toMatchObject({ promise: 'kept' })
    expect((await kinds()).filter((kind) => kind === 'attempt.joined')).toHaveLength(1)
    const call = await database.platform.db
      .selectFrom('call')
      .select('case_id')
      .where('id', '=', callId)
      .executeTakeFirstOrThrow()
    expect(call.case_id).toBe(caseId)
  })

  test('given the citizen talks with somebody here meanwhile, the attempt ends without counting as one', async () => {
    await switchboard.play(ring[0]!, { kind: 'ended', at: at('13:05:02'), how: 'called-back-meanwhile' })
    expect(await row()).toMatchObject({ promise: 'open', state: 'taken', attempts: 0 })
    const { attempts, openAttempt } = await readCallback(clerk.ctx, switchboard, id)
    expect(openAttempt).toBeNull()
    expect(attempts).toMatchObject([{ result: 'called-back-meanwhile', rangAt: null }])
    database.platform.clock.set(at('14:00:01'))
    await decideDue(clerk.ctx, id)
    expect(await row()).toMatchObject({ promise: 'broken', cause: 'owner-did-not-call' })
  })

  test('given "hang up", the running attempt ends at the telephone system', async () => {
    await hangUp(clerk.ctx, switchboard, id)
    expect(switchboard.endedDials).toEqual([switchboard.dialled[0]!.attemptId])
  })
})

test('given a telephone system that refuses, the attempt is closed as failed and the clerk reads why', async () => {
  switchboard.connectedTo = true
  switchboard.refusal = conflict('no-phone', 'Ihr Telefon ist nicht angemeldet.')
  await expect(callBack(clerk.ctx, switchboard, id)).rejects.toBe(switchboard.refusal)
  const { attempts, openAttempt } = await readCallback(clerk.ctx, switchboard, id)
  expect(openAttempt).toBeNull()
  expect(attempts).toMatchObject([{ result: 'failed' }])
})

test('given the citizen is on the telephone with us, nobody calls them', async () => {
  await database.platform.db
    .insertInto('call')
    .values({
      city_id: city.cityId,
      id: newId(),
      source: 'asterisk',
      source_key: newId(),
      line_id: city.lines.service.id,
      caller: TEST_PHONE,
      state: 'connected',
      offered_at: at('08:00:00'),
      answered_at: at('08:00:05'),
    })
    .execute()
  await expect(callBack(clerk.ctx, switchboard, id)).rejects.toMatchObject({
    status: 409,
    code: 'citizen-calls',
  })
  expect(switchboard.dialled).toEqual([])
})

test('given three attempts that rang, the callback and the case end as not reached', async () => {
  const days = ['2026-11-23T13:10:00Z', '2026-11-24T08:10:00Z', '2026-11-25T10:40:00Z']
  const results: unknown[] = []
  for (const moment of days) {
    database.platform.clock.set(moment)
    if ((await row()).state === 'waiting') await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    results.push((await say('not-reached', { notReached: 'busy' })).nextText)
  }
  expect(results).toEqual(['morgen zwischen 8 und 9 Uhr', 'heute zwischen 11 und 12 Uhr', null])
  expect(await row()).toMatchObject({ state: 'done', outcome: 'not-reached', promise: 'kept', attempts: 3 })
  const found = await database.platform.db
    .selectFrom('case')
    .select('state')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  expect(found.state).toBe('not-reached')
})

test('given two attempts before the window, the third waits for the window', async () => {
  for (const moment of ['09:00:00', '10:30:00']) {
    database.platform.clock.set(at(moment))
    if ((await row()).state === 'waiting') await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    expect(await say('not-reached', { notReached: 'no-answer' })).toMatchObject({
      state: 'waiting',
      promise: 'open',
      nextText: 'heute zwischen 14 und 15 Uhr',
    })
  }
  await takeCallback(clerk.ctx, id)
  await expect(callBack(clerk.ctx, switchboard, id)).rejects.toMatchObject({ code: 'window-first' })
})

test.each(['settled', 'not-reached', 'needs-appointment'] as const)(
  'given "%s" without an attempt, refuses it',
  async (outcome) => {
    await expect(say(outcome, { notReached: 'busy' })).rejects.toMatchObject({ code: 'no-attempt' })
  },
)

test('given "withdrawn" before the window, the promise is withdrawn and its time is free again', async () => {
  expect(await say('withdrawn')).toMatchObject({ state: 'done', promise: 'withdrawn' })
  const { taken_ms } = await database.platform.db
    .selectFrom('window_capacity')
    .select('taken_ms')
    .where('city_id', '=', city.cityId)
    .executeTakeFirstOrThrow()
  expect(taken_ms).toBe(0)
})

test('given "needs appointment", the case is settled with a note', async () => {
  await callBack(clerk.ctx, switchboard, id)
  await say('needs-appointment', { note: 'Am besten vormittags.' })
  const { case: found } = await readCallback(clerk.ctx, switchboard, id)
  expect(found.state).toBe('settled')
  expect(found.timeline.map((entry) => entry.text)).toEqual([
    'Anliegen aufgenommen.',
    'Rückruf zugesagt: heute zwischen 14 und 15 Uhr.',
    'Keine Nachricht (Rückruf zugesagt): SMS und E-Mail sind dafür nicht verbunden.',
    'Rückruf übernommen: Test clerk.',
    '1. Anrufversuch.',
    'Es hat geklingelt.',
    'Abgehoben.',
    'Erreicht.',
    'Zusage gehalten: schon vor dem Zeitfenster erreicht.',
    'Notiz: Am besten vormittags.',
    'Rückruf erledigt: Es wird ein Termin gebraucht.',
    'Notiz: Für dieses Anliegen wird ein Termin gebraucht.',
    'Anliegen erledigt.',
  ])
})

test('given "pass on", the other team has it in the same window and this clerk no more', async () => {
  const result = await say('pass-on', { teamId: city.teams.reports })
  expect(result).toEqual({ state: 'waiting', promise: 'open', nextText: 'heute zwischen 14 und 15 Uhr' })
  expect(await row()).toMatchObject({ team_id: city.teams.reports, due_from: WINDOW.start, owner_id: null })
  await expect(readCallback(clerk.ctx, switchboard, id)).rejects.toMatchObject({ status: 403 })
  const report = await givenAccount(database.platform, city.cityId, 'report')
  expect(await readCallback(report.ctx, switchboard, id)).toMatchObject({ promise: 'open' })
})

test('given a team of the provider, refuses to pass on to it', async () => {
  await expect(say('pass-on', { teamId: city.teams.serviceDesk })).rejects.toBeInstanceOf(Problem)
})

test('given a practice callback, nothing is booked and the played citizen is dialled', async () => {
  const practice = await givenCallback(database.platform, city, clerk.ctx, { practice: true })
  await takeCallback(clerk.ctx, practice.id)
  await callBack(clerk.ctx, switchboard, practice.id)
  expect(switchboard.dialled).toMatchObject([{ practice: true }])
  await switchboard.play({ kind: 'rang', at: at('08:00:02') }, { kind: 'answered', at: at('08:00:04') })
  id = practice.id
  database.platform.clock.set(at('08:01:00'))
  expect(await say('settled')).toMatchObject({ promise: 'kept' })
  expect(switchboard.endedDials).toEqual([switchboard.dialled[0]!.attemptId])
  const capacity = await database.platform.db
    .selectFrom('window_capacity')
    .select('taken_ms')
    .where('city_id', '=', city.cityId)
    .execute()
  expect(capacity).toEqual([{ taken_ms: 8 * 60_000 }])
})

test('given a number that there is not, it is told to the clerk, does not count and nobody is written to', async () => {
  switchboard.connectedTo = true
  database.platform.clock.set(at('13:10:00'))
  await callBack(clerk.ctx, switchboard, id)
  await switchboard.play(
    { kind: 'clerk-ready', at: at('13:10:01') },
    { kind: 'ended', at: at('13:10:02'), how: 'no-such-number' },
  )
  const view = await readCallback(clerk.ctx, switchboard, id)
  expect(view).toMatchObject({
    openAttempt: null,
    attempts: [{ result: 'failed', heard: 'no-such-number', rangAt: null }],
    numberFault: expect.stringContaining('Nummer prüfen'),
  })
  await say('not-reached', { notReached: 'no-answer' })
  expect(await row()).toMatchObject({ attempts: 0, promise: 'open', state: 'waiting' })
  expect((await kinds()).filter((kind) => kind === 'callback.not-told')).toHaveLength(1)
})

test('given an engaged telephone, that is proposed, and the clerk’s word stands', async () => {
  switchboard.connectedTo = true
  database.platform.clock.set(at('13:10:00'))
  await callBack(clerk.ctx, switchboard, id)
  await switchboard.play(
    { kind: 'clerk-ready', at: at('13:10:01') },
    { kind: 'ended', at: at('13:10:02'), how: 'busy' },
  )
  expect((await readCallback(clerk.ctx, switchboard, id)).openAttempt).toMatchObject({ heard: 'busy' })
  await say('not-reached', { notReached: 'voicemail' })
  expect((await readCallback(clerk.ctx, switchboard, id)).attempts).toMatchObject([
    { heard: 'busy', result: 'voicemail' },
  ])
})
