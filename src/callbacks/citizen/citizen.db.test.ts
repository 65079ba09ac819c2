import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { publicStatus } from '../../cases/index.ts'
import { readCase } from '../../cases/readCase.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import type { Context } from '../../platform/context.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { callBack } from '../attempts/callBack.ts'
import { recordOutcome } from '../attempts/recordOutcome.ts'
import { FakeSwitchboard, givenCallback, TEST_PHONE } from '../callbacks.testkit.ts'
import { decideDue } from '../promises/decideDue.ts'
import { atTheCounter, givenEntries } from '../roster/roster.testkit.ts'
import { takeCallback } from '../worklist/take.ts'
import { changeNumber } from './changeNumber.ts'
import { changeWindow } from './changeWindow.ts'
import { openByCitizen, readByCitizen, windowsForCitizen } from './ownCallback.ts'
import { withdrawByCitizen } from './withdrawByCitizen.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount
let switchboard: FakeSwitchboard
let citizen: Context
let id: string
let caseId: string
let caseNumber: string

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  switchboard = new FakeSwitchboard()
  citizen = { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } }
  const given = await givenCallback(database.platform, city, clerk.ctx)
  id = given.id
  caseId = given.caseId
  caseNumber = given.caseNumber
})

const at = (time: string, day = 23): Date => new Date(`2026-11-${day}T${time}Z`)
const set = (time: string): void => database.platform.clock.set(at(time))
const row = () =>
  database.platform.db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const texts = async () => (await readCase(clerk.ctx, caseId)).timeline.map(({ text }) => text)
const jobs = async (): Promise<Date[]> => {
  const found = await database.pool.query<{ start_after: Date }>(
    `select start_after from pgboss.job where data ->> 'callbackId' = $1 order by start_after`,
    [id],
  )
  return found.rows.map(({ start_after }) => start_after)
}
const booked = async () => {
  const rows = await database.platform.db
    .selectFrom('window_capacity')
    .select(['starts_at', 'taken_ms'])
    .where('city_id', '=', city.cityId)
    .where('taken_ms', '>', 0)
    .execute()
  return rows.map(({ starts_at }) => starts_at)
}
const HOUR = 3_600_000
const NEXT_DAY = at('09:00:00', 24)

describe('another time', () => {
  test('given an open promise, it moves: slot, job, timeline and status page say the new window', async () => {
    await takeCallback(clerk.ctx, id)
    await changeWindow(citizen, id, NEXT_DAY)
    expect(await row()).toMatchObject({
      window_start: NEXT_DAY,
      window_end: at('10:00:00', 24),
      due_from: NEXT_DAY,
      promise: 'open',
      state: 'waiting',
      owner_id: null,
      sequence: 1,
    })
    expect(await booked()).toEqual([NEXT_DAY])
    expect(await jobs()).toEqual([at('14:00:00.001'), at('10:00:00.001', 24)])
    expect(await texts()).toContain('Die Person hat eine andere Zeit gewählt: morgen zwischen 10 und 11 Uhr.')
    const status = await publicStatus(citizen, {
      number: caseNumber,
      digits: '0012',
      address: '192.0.2.77',
      language: 'de',
    })
    expect(status.promiseText).toBe('Wir rufen Sie an: morgen zwischen 10 und 11 Uhr.')
  })

  test('given the old window passes after it, it is neither kept nor broken', async () => {
    await changeWindow(citizen, id, NEXT_DAY)
    set('14:00:01')
    await decideDue(clerk.ctx, id)
    expect(await row()).toMatchObject({ promise: 'open', cause: null })
    database.platform.clock.set(at('10:00:01', 24))
    await decideDue(clerk.ctx, id)
    expect(await row()).toMatchObject({ promise: 'broken', decided_at: at('10:00:00', 24) })
  })

  test('given a window that has passed without a call, it is broken first, and only the next try moves', async () => {
    set('14:30:00')
    await changeWindow(citizen, id, NEXT_DAY)
    expect(await row()).toMatchObject({
      promise: 'broken',
      window_start: at('13:00:00'),
      due_from: NEXT_DAY,
    })
    expect(await texts()).toContain('Zusage nicht gehalten. Niemand hatte den Rückruf übernommen.')
  })

  test('given a missed attempt, the next one moves and the promise stays kept', async () => {
    await takeCallback(clerk.ctx, id)
    set('13:10:00')
    await callBack(clerk.ctx, switchboard, id)
    await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'not-reached', notReached: 'busy', note: '' })
    await changeWindow(citizen, id, NEXT_DAY)
    expect(await row()).toMatchObject({ promise: 'kept', attempts: 1, due_from: NEXT_DAY, state: 'waiting' })
  })

  test('given a window without room, the old one stands', async () => {
    await database.platform.db
      .updateTable('team')
      .set({ callbacks_per_hour: 0 })
      .where('city_id', '=', city.cityId)
      .execute()
    await expect(changeWindow(citizen, id, NEXT_DAY)).rejects.toMatchObject({ code: 'window-full' })
    expect(await row()).toMatchObject({ due_from: at('13:00:00'), sequence: 0, books_unit: true })
    expect(await booked()).toEqual([at('13:00:00')])
  })

  test('given a team that never has room in one hour, wide windows are offered, and the one shown is promised', async () => {
    await givenEntries(database.platform, city.cityId, atTheCounter(city.teams.office, clerk))
    const [window] = await windowsForCitizen(citizen, id, 1)
    expect(window!.end - window!.start).toBeGreaterThan(HOUR)
    const [start, end] = [new Date(window!.start), new Date(window!.end)]
    // The hour of its beginning has no room; without the own promise before it, an earlier window has.
    await expect(changeWindow(citizen, id, start)).rejects.toMatchObject({
      code: 'window-full',
      fields: { windowStart: expect.stringContaining('Frei ist: morgen 8–10 Uhr.') },
    })
    await changeWindow(citizen, id, start, end)
    expect(await row()).toMatchObject({ window_start: start, window_end: end, due_until: end })
    const spoken = spokenWindow(window!, database.platform.clock.now(), 'Europe/Berlin')
    expect(await texts()).toContain(`Die Person hat eine andere Zeit gewählt: ${spoken}.`)
    const others = await windowsForCitizen(citizen, id, 80)
    expect(others.filter((other) => other.start === window!.start && other.end === window!.end)).toEqual([])
    // Chosen again, nothing changes.
    await changeWindow(citizen, id, start, end)
    expect(await row()).toMatchObject({ sequence: 1 })
  })

  test('given windows to choose from, the own one is not among them', async () => {
    const windows = await windowsForCitizen(citizen, id, 80)
    expect(windows.map(({ start }) => start)).not.toContain(at('13:00:00').getTime())
    expect(windows.length).toBeGreaterThan(5)
  })
})

describe('while a clerk dials', () => {
  test('given an open attempt, every change is refused; after it, it is taken', async () => {
    await takeCallback(clerk.ctx, id)
    set('13:10:00')
    await callBack(clerk.ctx, switchboard, id)
    const refused = { status: 409, code: 'being-called' }
    await expect(changeWindow(citizen, id, NEXT_DAY)).rejects.toMatchObject(refused)
    await expect(changeNumber(citizen, id, '0171 39200 13', 'de')).rejects.toMatchObject(refused)
    await expect(withdrawByCitizen(citizen, id, 'cancel')).rejects.toMatchObject(refused)
    await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'not-reached', notReached: 'busy', note: '' })
    await changeWindow(citizen, id, NEXT_DAY)
    expect(await row()).toMatchObject({ due_from: NEXT_DAY })
  })

  test('given both at the same moment, one of them is refused and nobody is called at the old time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await givenCallback(database.platform, city, clerk.ctx)
      await takeCallback(clerk.ctx, id)
      const [changed, called] = await Promise.allSettled([
        changeWindow(citizen, id, NEXT_DAY),
        callBack(clerk.ctx, switchboard, id),
      ])
      expect([changed.status, called.status].toSorted()).toEqual(['fulfilled', 'rejected'])
      const reason: unknown =
        changed.status === 'rejected' ? changed.reason : called.status === 'rejected' && called.reason
      expect(reason).toMatchObject({ code: changed.status === 'rejected' ? 'being-called' : 'not-taken' })
    }
  })

  test('given two windows of a browser that both change it, both hold and the last one counts', async () => {
    const other = at('08:00:00', 25)
    await Promise.all([changeWindow(citizen, id, NEXT_DAY), changeWindow(citizen, id, other)])
    const { due_from: due } = await row()
    expect(await booked()).toEqual([due])
  })
})

describe('another number', () => {
  test('given one that is dialled, the case has it and no event knows it', async () => {
    await changeNumber(citizen, id, '0171 39200 13', 'de')
    const found = await readCase(clerk.ctx, caseId)
    expect(found.contactPhone).toBe('+491713920013')
    expect(found.timeline.map(({ text }) => text)).toContain(
      'Die Person hat eine andere Telefonnummer angegeben.',
    )
    const events = await database.platform.db
      .selectFrom('event')
      .select('data')
      .where('subject_id', '=', id)
      .execute()
    expect(JSON.stringify(events)).not.toContain('3920')
  })

  test.each(['0900 1234567', '110', 'abc', ''])(
    'given %j, says at the field what is wrong',
    async (typed) => {
      await expect(changeNumber(citizen, id, typed, 'de')).rejects.toMatchObject({
        status: 422,
        fields: { number: expect.any(String) },
      })
      expect((await readCase(clerk.ctx, caseId)).contactPhone).toBe(TEST_PHONE)
    },
  )
})

describe('no call any more', () => {
  test.each([
    ['cancel', 'withdrawn', 'Zusage zurückgezogen: Die Person hat den Rückruf abgesagt.'],
    ['settled', 'settled', 'Zusage zurückgezogen: Für die Person hat es sich erledigt.'],
  ] as const)('given %s, the promise is withdrawn and the case %s', async (reason, state, sentence) => {
    await withdrawByCitizen(citizen, id, reason)
    expect(await row()).toMatchObject({ promise: 'withdrawn', state: 'done', outcome: 'withdrawn' })
    expect((await readCase(clerk.ctx, caseId)).state).toBe(state)
    expect(await texts()).toContain(sentence)
    expect(await booked()).toEqual([])
    await expect(withdrawByCitizen(citizen, id, reason)).rejects.toMatchObject({ code: 'over' })
    await expect(changeWindow(citizen, id, NEXT_DAY)).rejects.toMatchObject({ code: 'over' })
  })
})

describe('who may', () => {
  test('given the browser’s key, shows the callback; another key, another callback or a later hour shows none', async () => {
    const opened = await openByCitizen(citizen, caseId)
    if (!opened) throw new Error('nothing to open')
    const own = await readByCitizen(citizen, opened.id, opened.key)
    expect(own).toEqual({ id, caseId, state: 'open', digits: '012', due: at('13:00:00').getTime() })
    const stranger = await givenCallback(database.platform, city, clerk.ctx, {
      contactPhone: '+491713920013' as PhoneNumber,
    })
    await expect(readByCitizen(citizen, stranger.id, opened.key)).rejects.toMatchObject({ status: 404 })
    await expect(readByCitizen(citizen, id, 'x'.repeat(26))).rejects.toMatchObject({ status: 404 })
    set('08:36:00')
    await expect(readByCitizen(citizen, id, opened.key)).rejects.toMatchObject({ status: 404 })
  })
})
