import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { readCase } from '../../cases/index.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import { recordOutcome } from '../attempts/recordOutcome.ts'
import { callBack } from '../attempts/callBack.ts'
import { FakeSwitchboard, givenCallback } from '../callbacks.testkit.ts'
import { atTheCounter, givenEntries } from '../roster/roster.testkit.ts'
import { nextWindows } from './nextWindows.ts'
import { takeCallback } from './take.ts'
import { takeNext } from './takeNext.ts'

const database = useDatabase()
const switchboard = new FakeSwitchboard()
let city: GivenCity
let clerk: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T13:10:00Z')
  city = await givenCity(database.platform, { callbacksPerHour: { office: 2 } })
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

async function inConversation(): Promise<{ id: string; caseId: string }> {
  const made = await givenCallback(database.platform, city, clerk.ctx, {
    windowStart: new Date('2026-11-23T14:00:00Z'),
  })
  database.platform.clock.set('2026-11-23T14:05:00Z')
  await takeCallback(clerk.ctx, made.id)
  await callBack(clerk.ctx, switchboard, made.id)
  return made
}
const rows = (caseId: string) =>
  database.platform.db
    .selectFrom('callback')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('promised_at')
    .execute()
const tomorrow = '2026-11-24T09:00:00.000Z'

test('given a conversation that needs another call, the first promise is kept and a second one made on the same case', async () => {
  const { id, caseId } = await inConversation()
  const { windows } = await nextWindows(clerk.ctx, id)
  expect(windows.map(({ start }) => start)).toContain(tomorrow)
  const result = await recordOutcome(clerk.ctx, switchboard, id, {
    outcome: 'follow-up',
    windowStart: tomorrow,
    mine: true,
    note: 'Fragt im Fachamt nach.',
  })
  expect(result).toEqual({ state: 'done', promise: 'kept', nextText: 'morgen zwischen 10 und 11 Uhr' })
  const [first, second] = await rows(caseId)
  expect(first).toMatchObject({ state: 'done', outcome: 'follow-up', promise: 'kept' })
  expect(second).toMatchObject({
    state: 'waiting',
    promise: 'open',
    attempts: 0,
    reserved_for: clerk.account.id,
    books_unit: true,
    window_start: new Date(tomorrow),
  })
  const found = await readCase(clerk.ctx, caseId)
  expect(found.state).toBe('open')
  expect(found.timeline.map(({ text }) => text).slice(-5)).toEqual([
    'Zusage gehalten.',
    'Notiz: Fragt im Fachamt nach.',
    'Fürs Erste erledigt, mit einer neuen Zusage.',
    'Rückruf zugesagt: morgen zwischen 10 und 11 Uhr.',
    'Keine Nachricht (Rückruf zugesagt): SMS und E-Mail sind dafür nicht verbunden.',
  ])
})

test('given a team that never has room in one hour, a wide window is offered and promised as it was shown', async () => {
  const { id, caseId } = await inConversation()
  await givenEntries(database.platform, city.cityId, atTheCounter(city.teams.office, clerk))
  const [window] = (await nextWindows(clerk.ctx, id)).windows
  const range = { start: Date.parse(window!.start), end: Date.parse(window!.end) }
  expect(range.end - range.start).toBeGreaterThan(3_600_000)
  const result = await recordOutcome(clerk.ctx, switchboard, id, {
    outcome: 'follow-up',
    windowStart: window!.start,
    windowEnd: window!.end,
    note: '',
  })
  expect(result.nextText).toBe(spokenWindow(range, database.platform.clock.now(), 'Europe/Berlin'))
  const [, second] = await rows(caseId)
  expect(second).toMatchObject({
    window_start: new Date(window!.start),
    window_end: new Date(window!.end),
    books_unit: true,
  })
})

test('given a window that is full by now, nothing is stored and the sentence stands at the window', async () => {
  const { id, caseId } = await inConversation()
  for (let made = 0; made < 2; made += 1)
    await givenCallback(database.platform, city, clerk.ctx, { windowStart: new Date(tomorrow) })
  const outcome = { outcome: 'follow-up', windowStart: tomorrow, note: 'x' } as const
  await expect(recordOutcome(clerk.ctx, switchboard, id, outcome)).rejects.toMatchObject({
    code: 'window-full',
    fields: { windowStart: expect.stringContaining('nicht mehr frei') },
  })
  expect(await rows(caseId)).toMatchObject([{ state: 'taken', promise: 'open' }])
  const notes = database.platform.db.selectFrom('case_note').select('id').where('case_id', '=', caseId)
  expect(await notes.execute()).toEqual([])
})

test('given nobody was called, a follow-up is refused', async () => {
  const { id } = await givenCallback(database.platform, city, clerk.ctx)
  await takeCallback(clerk.ctx, id)
  const outcome = { outcome: 'follow-up', windowStart: tomorrow, note: '' } as const
  await expect(recordOutcome(clerk.ctx, switchboard, id, outcome)).rejects.toMatchObject({
    code: 'no-attempt',
  })
})

test('given a follow-up that its clerk wants to make, it is their next and not a colleague’s', async () => {
  const { id, caseId } = await inConversation()
  await recordOutcome(clerk.ctx, switchboard, id, {
    outcome: 'follow-up',
    windowStart: tomorrow,
    mine: true,
    note: '',
  })
  const other = await givenCallback(database.platform, city, clerk.ctx, { windowStart: new Date(tomorrow) })
  const colleague = await givenAccount(database.platform, city.cityId, 'clerk')
  database.platform.clock.set('2026-11-24T09:05:00Z')
  const [, second] = await rows(caseId)
  expect(await takeNext(clerk.ctx)).toEqual({ id: second?.id, why: 'reserved' })
  expect(await takeNext(colleague.ctx)).toEqual({ id: other.id, why: 'usual' })
})
