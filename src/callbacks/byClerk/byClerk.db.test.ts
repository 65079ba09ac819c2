import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { closeCase, openCase, readCase } from '../../cases/index.ts'
import { givenCatalogue } from '../../catalogue/catalogue.testkit.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { inTransaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { callBack } from '../attempts/callBack.ts'
import { FakeSwitchboard, givenCallback, TEST_PHONE } from '../callbacks.testkit.ts'
import { newLink, openCallbackLink } from '../notices/keys.ts'
import { atTheCounter, givenEntries } from '../roster/roster.testkit.ts'
import { readCallback } from '../worklist/readCallback.ts'
import { takeCallback } from '../worklist/take.ts'
import { newCallbackInput, type NewCallbackInput, newCallbackMade, newCallbackView } from './contract.ts'
import { correctNumber } from './correctNumber.ts'
import { promiseByClerk } from './promiseByClerk.ts'
import { readNewCallback } from './readNewCallback.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount
let switchboard: FakeSwitchboard

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  switchboard = new FakeSwitchboard()
})

const INPUT = newCallbackInput.parse({
  reason: 'Fragt nach dem Bescheid.',
  contactName: 'Jana Beispiel',
  contactPhone: '0171 39200 12',
  contactEmail: 'jana@example.org',
  phoneReadBack: true,
  windowStart: '2026-11-23T13:00:00.000Z',
  windowEnd: '2026-11-23T14:00:00.000Z',
})
const promise = (part: Partial<NewCallbackInput> = {}, account = clerk) =>
  promiseByClerk(account.ctx, { ...INPUT, ...part })
const rows = (table: 'case' | 'callback' | 'case_note' | 'audit') =>
  database.platform.db.selectFrom(table).selectAll().where('city_id', '=', city.cityId).execute()
/** An open case that nobody is to call about. */
const givenCase = (contactPhone: typeof TEST_PHONE | null = TEST_PHONE) =>
  inTransaction(clerk.ctx, (tx) =>
    openCase(tx, clerk.ctx, {
      channel: 'email',
      practice: false,
      callId: null,
      lineId: null,
      teamId: city.teams.office,
      serviceId: null,
      reason: 'Hat wegen der Gebühr geschrieben.',
      contactName: 'Kim Beispiel',
      contactPhone,
      outcome: 'hand-over',
    }),
  )
const waitingForLocks = async (): Promise<number> =>
  (await database.pool.query('select 1 from pg_locks where not granted')).rows.length
const texts = async (caseId: string) => (await readCase(clerk.ctx, caseId)).timeline.map(({ text }) => text)

describe('a callback for somebody at the counter', () => {
  test('given all of the form, the case and its promise are one, made by this clerk', async () => {
    const made = await promise()
    expect(newCallbackMade.parse(made)).toEqual(made)
    expect(made).toMatchObject({
      promise: 'heute zwischen 14 und 15 Uhr',
      joined: false,
      toldText: expect.stringContaining('nicht verbunden'),
    })
    const [found] = await rows('case')
    expect(found).toMatchObject({
      number: made.caseNumber,
      channel: 'counter',
      team_id: city.teams.office,
      contact_phone: TEST_PHONE,
      contact_email: 'jana@example.org',
      opened_by: clerk.account.id,
      intake_outcome: 'callback',
    })
    expect(await rows('callback')).toMatchObject([
      { case_id: found?.id, promised_by: clerk.account.id, books_unit: true, promise: 'open' },
    ])
    expect(await readCase(clerk.ctx, `${found?.id}`)).toMatchObject({ callOwed: true })
  })

  test('given a call is owed to that number about the same, it joins and says so', async () => {
    const first = await promise()
    const again = await promise({ reason: 'Fragt noch einmal.', channel: 'email' })
    expect(again).toMatchObject({ caseNumber: first.caseNumber, promise: first.promise, joined: true })
    expect(await rows('callback')).toHaveLength(1)
    const notes = await rows('case_note')
    expect(notes).toMatchObject([
      { text: 'Fragt noch einmal. (Name: Jana Beispiel) (E-Mail: jana@example.org)' },
    ])
    expect(await texts(`${notes[0]?.case_id}`)).toContain(
      'Hat sich noch einmal gemeldet (Brief oder E-Mail): Fragt noch einmal. (Name: Jana Beispiel) (E-Mail: jana@example.org)',
    )
  })

  test('given two clerks who promise the same number a call at once, one promise', async () => {
    const other = await givenAccount(database.platform, city.cityId, 'clerk')
    const made = await Promise.all([promise(), promise({}, other)])
    expect(made.map(({ joined }) => joined).toSorted()).toEqual([false, true])
    expect(await rows('callback')).toHaveLength(1)
  })

  test('given a team that never has room in one hour, a wide window is offered and promised as it was shown', async () => {
    await givenEntries(database.platform, city.cityId, atTheCounter(city.teams.office, clerk))
    const view = await readNewCallback(clerk.ctx, {})
    expect(newCallbackView.parse(view)).toEqual(view)
    const [window] = view.windows
    expect(window).toMatchObject({ label: 'morgen 8–10 Uhr' })
    const made = await promise({ windowStart: window!.start, windowEnd: window!.end })
    expect(made.promise).toBe('morgen zwischen 8 und 10 Uhr')
  })

  test.each<[string, Partial<NewCallbackInput>, string]>([
    ['a service that is gone', { serviceId: 'gibt-es-nicht' }, 'serviceId'],
    ['a number that nobody compared', { phoneReadBack: false }, 'phoneReadBack'],
    ['a premium number', { contactPhone: '0900 1234567' }, 'contactPhone'],
    ['another team', { teamId: newId() }, 'teamId'],
  ])('given %s, it says so at the field and nothing is stored', async (_, part, field) => {
    await givenCatalogue(database.platform, city.cityId)
    await expect(promise(part)).rejects.toMatchObject({
      status: 422,
      fields: { [field]: expect.any(String) },
    })
    expect(await rows('case')).toEqual([])
  })

  test('given a window that is full, nothing is stored and the sentence stands at the window', async () => {
    await expect(promise({ windowEnd: '2026-11-23T13:30:00.000Z' })).rejects.toMatchObject({
      code: 'window-full',
      fields: { windowStart: expect.stringContaining('Frei ist:') },
    })
    expect(await rows('case')).toEqual([])
  })

  test.each(['agent', 'admin'] as const)('given the role %s, it is refused', async (role) => {
    const account = await givenAccount(database.platform, city.cityId, role)
    await expect(promise({}, account)).rejects.toMatchObject({ status: 403 })
    await expect(readNewCallback(account.ctx, {})).rejects.toMatchObject({ status: 403 })
  })
})

describe('a callback on a case that is open', () => {
  test('given no call is owed for it, it is promised there; a second one is refused', async () => {
    const { id: caseId, number } = await givenCase()
    expect(await readCase(clerk.ctx, caseId)).toMatchObject({ callOwed: false })
    const made = await promise({ caseId, reason: '' })
    expect(made).toMatchObject({ caseNumber: number, joined: false })
    expect(await rows('case')).toHaveLength(1)
    expect(await readCase(clerk.ctx, caseId)).toMatchObject({ callOwed: true })
    const second = promise({ caseId, contactPhone: '0171 3920013' })
    await expect(second).rejects.toMatchObject({ code: 'already-promised' })
    expect(await rows('callback')).toHaveLength(1)
  })

  test('given two at once with two numbers, one of them is refused with a sentence', async () => {
    const { id: caseId } = await givenCase()
    const [one, two] = await Promise.allSettled([
      promise({ caseId }),
      promise({ caseId, contactPhone: '0171 3920013' }),
    ])
    expect([one.status, two.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = one.status === 'rejected' ? one : two
    expect(refused).toMatchObject({ reason: { code: 'already-promised' } })
  })

  test('given another number and a note, the case has both', async () => {
    const { id: caseId } = await givenCase()
    await promise({ caseId, reason: 'Bitte die Akte bereithalten.', contactPhone: '0171 3920013' })
    expect(await rows('case')).toMatchObject([{ contact_phone: '+491713920013', channel: 'email' }])
    const story = await texts(caseId)
    expect(story).toContain('Notiz: Bitte die Akte bereithalten.')
    expect(story).toContain('Telefonnummer berichtigt.')
    expect((await rows('audit')).map(({ action }) => action)).toContain('callback.correct-number')
  })

  test('given the case is being closed, it waits and is refused: no call is owed for a closed case', async () => {
    const { id: caseId } = await givenCase()
    const { late } = await inTransaction(clerk.ctx, async (tx) => {
      await closeCase(tx, clerk.ctx, caseId, 'settled')
      const settling = promise({ caseId }).catch((error: unknown) => error)
      await expect.poll(() => waitingForLocks()).toBeGreaterThan(0)
      return { late: settling }
    })
    expect(await late).toMatchObject({ code: 'case-closed' })
    expect(await rows('callback')).toEqual([])
  })

  test('given a call is owed to that number for another case, it joins that one and both say so', async () => {
    const first = await promise()
    const { id: caseId } = await givenCase()
    expect(await promise({ caseId, reason: '' })).toMatchObject({
      caseNumber: first.caseNumber,
      joined: true,
    })
    expect(await rows('callback')).toHaveLength(1)
    expect(await texts(caseId)).toContain(
      `Notiz: Zu dieser Nummer ist schon ein Rückruf zugesagt: Anliegen ${first.caseNumber}.`,
    )
    expect((await rows('case_note')).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Hat wegen der Gebühr geschrieben.'),
    )
  })

  test('given a case of nobody or of another team, 404 and 403', async () => {
    await expect(promise({ caseId: newId() })).rejects.toMatchObject({ status: 404 })
    const { id: caseId } = await givenCase()
    const stranger = await givenAccount(database.platform, city.cityId, 'report')
    await expect(promise({ caseId }, stranger)).rejects.toMatchObject({ status: 403 })
  })
})

describe('a number that was written down wrongly', () => {
  const NEW = { contactPhone: '0171 39200 13', phoneReadBack: true }

  async function dialledInVain(): Promise<{ id: string; caseId: string }> {
    const given = await givenCallback(database.platform, city, clerk.ctx)
    await takeCallback(clerk.ctx, given.id)
    database.platform.clock.set('2026-11-23T13:05:00Z')
    switchboard.connectedTo = true
    await callBack(clerk.ctx, switchboard, given.id)
    const at = new Date('2026-11-23T13:05:02Z')
    await switchboard.play({ kind: 'clerk-ready', at }, { kind: 'ended', at, how: 'no-such-number' })
    return given
  }

  test('given the telephone says that there is none such, a clerk corrects it: audited, on the timeline, and the hint is gone', async () => {
    const { id, caseId } = await dialledInVain()
    expect((await readCallback(clerk.ctx, switchboard, id)).numberFault).toMatch(/^Nummer prüfen/)
    database.platform.clock.set('2026-11-23T13:06:00Z')
    await correctNumber(clerk.ctx, id, NEW)
    const view = await readCallback(clerk.ctx, switchboard, id)
    expect(view.numberFault).toBeNull()
    expect(view.case.contactPhone).toBe('+491713920013')
    expect(await texts(caseId)).toContain('Telefonnummer berichtigt.')
    expect((await rows('audit')).map(({ action }) => action)).toContain('callback.correct-number')
    const events = await database.pool.query(`select data::text from event where city_id = $1`, [city.cityId])
    expect(JSON.stringify(events.rows)).not.toContain('3920013')
  })

  test('given links that were sent to the former number, they open nothing any more', async () => {
    const { id } = await givenCallback(database.platform, city, clerk.ctx)
    await takeCallback(clerk.ctx, id)
    const link = await inTransaction(clerk.ctx, (tx) => newLink(tx, clerk.ctx, id))
    await correctNumber(clerk.ctx, id, NEW)
    expect(await openCallbackLink(clerk.ctx, link)).toBeNull()
  })

  test.each([
    ['the same number', { ...NEW, contactPhone: '0171 3920012' }, 'contactPhone'],
    ['a number that nobody compared', { ...NEW, phoneReadBack: false }, 'phoneReadBack'],
    ['an emergency number', { ...NEW, contactPhone: '112' }, 'contactPhone'],
  ])('given %s, it says so at the field', async (_, input, field) => {
    const { id } = await givenCallback(database.platform, city, clerk.ctx)
    await takeCallback(clerk.ctx, id)
    await expect(correctNumber(clerk.ctx, id, input)).rejects.toMatchObject({
      status: 422,
      fields: { [field]: expect.any(String) },
    })
  })

  test('given it is not in the own hands, or being called, it is refused', async () => {
    const { id } = await givenCallback(database.platform, city, clerk.ctx)
    await expect(correctNumber(clerk.ctx, id, NEW)).rejects.toMatchObject({ code: 'not-taken' })
    await takeCallback(clerk.ctx, id)
    const other = await givenAccount(database.platform, city.cityId, 'clerk')
    await expect(correctNumber(other.ctx, id, NEW)).rejects.toMatchObject({ code: 'not-yours' })
    database.platform.clock.set('2026-11-23T13:05:00Z')
    await callBack(clerk.ctx, switchboard, id)
    await expect(correctNumber(clerk.ctx, id, NEW)).rejects.toMatchObject({ code: 'attempt-open' })
    const agent = await givenAccount(database.platform, city.cityId, 'agent')
    await expect(correctNumber(agent.ctx, id, NEW)).rejects.toMatchObject({ status: 403 })
  })
})
