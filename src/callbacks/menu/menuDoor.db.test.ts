import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { closeCase } from '../../cases/index.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { asSystem, inTransaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { CallbackDoor, MenuPromise } from '../../telephony/index.ts'
import { FakeSwitchboard, TEST_PHONE } from '../callbacks.testkit.ts'
import { menuDoor } from './menuDoor.ts'
import { readCallback } from '../worklist/readCallback.ts'
import { deleteDueRecordings, hearSpokenReason } from './spokenReason.ts'

const database = useDatabase()
const NINE = '2026-11-23T08:00:00Z'
const DAY_MS = 86_400_000
const TAPE = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(400)])
const OTHER_PHONE = '+491713920099' as PhoneNumber
let city: GivenCity
let door: CallbackDoor

beforeEach(async () => {
  database.platform.clock.set(NINE)
  city = await givenCity(database.platform, { callbacksPerHour: { office: 1 } })
  door = menuDoor(database.platform)
})

const db = () => database.platform.db

/** A caller who waits, or one from outside service hours, whose call is over already. */
async function givenCall(isOver = false): Promise<string> {
  const id = newId()
  const ended = { ended_at: new Date(NINE), end_reason: 'closed', outside_hours: true } as const
  await db()
    .insertInto('call')
    .values({
      city_id: city.cityId,
      id,
      source: 'asterisk',
      source_key: id,
      line_id: city.lines.service.id,
      caller: TEST_PHONE,
      state: isOver ? 'ended' : 'waiting',
      offered_at: new Date(NINE),
      answer_promise: isOver ? null : 'open',
      ...(isOver ? ended : {}),
    })
    .execute()
  return id
}

const spoken = () => ({
  audio: TAPE,
  durationMs: 4_000,
  consentAt: new Date('2026-11-23T07:59:00Z'),
  recordedAt: new Date(NINE),
})

async function promise(more: Partial<MenuPromise> = {}) {
  const window = (await door.offerWindow(city.cityId, city.lines.service.id)) ?? { start: 0, end: 0 }
  return door.promiseByMenu({
    cityId: city.cityId,
    callId: await givenCall(),
    lineId: city.lines.service.id,
    number: TEST_PHONE,
    window,
    lang: 'de',
    spoken: null,
    ...more,
  })
}

const theCase = () => db().selectFrom('case').selectAll().where('city_id', '=', city.cityId).execute()
const theCallback = () =>
  db().selectFrom('callback').selectAll().where('city_id', '=', city.cityId).executeTakeFirstOrThrow()

describe('a callback promised by the voice menu', () => {
  test('given room, opens a case of the line with the keyed number and promises the window', async () => {
    const callId = await givenCall()
    const made = await promise({ callId, lang: 'en' })
    const [opened] = await theCase()
    expect(made).toMatchObject({ ok: true, caseNumber: opened?.number })
    expect(opened).toMatchObject({
      call_id: callId,
      contact_phone: TEST_PHONE,
      team_id: city.teams.office,
      reason: 'Rückruf am Telefon gewünscht. Die Person hat Englisch gewählt.',
    })
    expect((await theCallback()).window_start).toEqual(new Date(made.ok ? made.window.start : 0))
    const call = await db().selectFrom('call').selectAll().where('id', '=', callId).executeTakeFirst()
    expect(call).toMatchObject({ case_id: opened?.id, state: 'waiting', end_reason: null })
  })

  test('given a call that is over because nobody was there, its end is told anew', async () => {
    const callId = await givenCall(true)
    await promise({ callId })
    const call = await db().selectFrom('call').selectAll().where('id', '=', callId).executeTakeFirst()
    expect(call).toMatchObject({ end_reason: 'callback-promised', answer_promise: null, outside_hours: true })
    const told = await db().selectFrom('event').select('data').where('kind', '=', 'call.corrected').execute()
    expect(told).toMatchObject([{ data: { reason: 'callback-promised', answered: false } }])
  })

  test('given a window that filled up meanwhile, promises nothing and names the next one', async () => {
    const window = (await door.offerWindow(city.cityId, city.lines.service.id)) ?? { start: 0, end: 0 }
    await promise({ window })
    const second = await promise({ window, number: OTHER_PHONE })
    expect(second).toMatchObject({ ok: false, next: { start: window.end } })
    expect(await theCase()).toHaveLength(1)
  })

  test('given the same call twice, tells the same promise again', async () => {
    const callId = await givenCall()
    const first = await promise({ callId })
    expect(await promise({ callId })).toEqual(first)
    expect(await theCase()).toHaveLength(1)
  })

  test('given another number for the same call, refuses it whole', async () => {
    const callId = await givenCall()
    await promise({ callId })
    await expect(promise({ callId, number: OTHER_PHONE })).rejects.toThrow('case_one_per_call')
    expect(await theCase()).toHaveLength(1)
  })

  test('given a caller to whom a call is owed, tells that promise and makes no second one', async () => {
    const first = await promise()
    const later = (await door.offerWindow(city.cityId, city.lines.service.id)) ?? { start: 0, end: 0 }
    const callId = await givenCall()
    const second = await promise({ callId, window: later })
    expect(second).toEqual(first)
    expect(await theCase()).toHaveLength(1)
    const [note] = await db().selectFrom('case_note').selectAll().where('city_id', '=', city.cityId).execute()
    expect(note).toMatchObject({ text: 'Rückruf am Telefon gewünscht.', account_id: null })
    const call = await db().selectFrom('call').select('case_id').where('id', '=', callId).executeTakeFirst()
    expect(call?.case_id).toBe(note?.case_id)
  })

  test('given somebody else who keys in that number, they learn nothing and are promised anew', async () => {
    const first = await promise()
    const callId = await givenCall()
    await db().updateTable('call').set({ caller: OTHER_PHONE }).where('id', '=', callId).execute()
    const later = (await door.offerWindow(city.cityId, city.lines.service.id)) ?? { start: 0, end: 0 }
    const second = await promise({ callId, window: later })
    expect(second).toMatchObject({ ok: true, window: later })
    expect(second).not.toMatchObject({ caseNumber: first.ok ? first.caseNumber : '' })
    expect(await theCase()).toHaveLength(2)
  })
})

describe('a reason spoken on tape', () => {
  test('given somebody who speaks again, the newer recording takes its place', async () => {
    await promise({ spoken: spoken() })
    await promise({ spoken: { ...spoken(), durationMs: 5_000 } })
    expect(await tapes()).toMatchObject([{ duration_ms: 5_000 }])
    expect(await theCase()).toHaveLength(1)
  })

  async function recorded() {
    await promise({ spoken: spoken() })
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk', {
      teamIds: [city.teams.office],
    })
    return { clerk, callback: await theCallback() }
  }
  const tapes = () =>
    db().selectFrom('spoken_reason').selectAll().where('city_id', '=', city.cityId).execute()

  test('given the team’s clerk, it is shown and heard, and the hearing is in the audit trail', async () => {
    const { clerk, callback } = await recorded()
    const view = await readCallback(clerk.ctx, new FakeSwitchboard(), callback.id)
    expect(view.recording).toEqual({ recordedAt: '2026-11-23T08:00:00.000Z', durationMs: 4_000 })
    expect(view.case.timeline.map(({ text }) => text)).toContain(
      'Anliegen auf Band gesprochen (4 Sekunden), mit Einwilligung per Taste.',
    )
    expect(await hearSpokenReason(clerk.ctx, callback.id)).toEqual(TAPE)
    const looks = await db().selectFrom('audit').select(['action', 'subject_id']).execute()
    expect(looks).toContainEqual({ action: 'case.recording-heard', subject_id: callback.case_id })
  })

  test('given another team’s clerk or an agent, refuses', async () => {
    const { callback } = await recorded()
    const other = await givenAccount(database.platform, city.cityId, 'clerk', {
      teamIds: [city.teams.reports],
    })
    const agent = await givenAccount(database.platform, city.cityId, 'agent')
    await expect(hearSpokenReason(other.ctx, callback.id)).rejects.toMatchObject({ status: 403 })
    await expect(hearSpokenReason(agent.ctx, callback.id)).rejects.toMatchObject({ status: 403 })
  })

  test('given a closed case, it is deleted after a week and not before', async () => {
    const { callback } = await recorded()
    const ctx = asSystem(database.platform, city.cityId)
    await inTransaction(ctx, (tx) => closeCase(tx, ctx, callback.case_id, 'settled'))
    database.platform.clock.advance(7 * DAY_MS - 1)
    await deleteDueRecordings(database.platform)
    expect(await tapes()).toHaveLength(1)
    database.platform.clock.advance(2)
    await deleteDueRecordings(database.platform)
    expect(await tapes()).toEqual([])
    const told = await db()
      .selectFrom('event')
      .select('kind')
      .where('city_id', '=', city.cityId)
      .where('kind', '=', 'callback.reason-deleted')
      .execute()
    expect(told).toHaveLength(1)
  })

  test('given a case that stays open, it is deleted after 90 days', async () => {
    await recorded()
    database.platform.clock.advance(90 * DAY_MS - 1)
    await deleteDueRecordings(database.platform)
    expect(await tapes()).toHaveLength(1)
    database.platform.clock.advance(2)
    await deleteDueRecordings(database.platform)
    expect(await tapes()).toEqual([])
  })
})
