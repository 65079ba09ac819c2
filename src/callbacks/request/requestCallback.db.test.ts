import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCatalogue } from '../../catalogue/catalogue.testkit.ts'
import { closeCase, publicStatus } from '../../cases/index.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { connectMessages } from '../../messages/connect.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { type Context, inTransaction, type StaffContext } from '../../platform/context.ts'
import { Problem } from '../../platform/problems.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { givenCallback, TEST_PHONE, WINDOW } from '../callbacks.testkit.ts'
import { windowsFor } from '../windows/windowsFor.ts'
import { forgetRequests } from './forgetRequests.ts'
import { type CallbackRequest, requestCallback } from './requestCallback.ts'

const database = useDatabase()
const NINE = '2026-11-23T08:00:00Z'
const OTHER_PHONE = '+491713920099' as PhoneNumber
let city: GivenCity
let ctx: Context
let clerk: StaffContext

beforeEach(async () => {
  database.platform.clock.set(NINE)
  city = await givenCity(database.platform, { callbacksPerHour: { office: 2 } })
  await givenCatalogue(database.platform, city.cityId)
  ctx = { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } }
  clerk = (await givenAccount(database.platform, city.cityId, 'clerk', { teamIds: [city.teams.office] })).ctx
})

const free = (count = 1) => windowsFor(ctx.db, city.cityId, city.teams.office, ctx.clock.now(), count)

async function wish(more: Partial<CallbackRequest> = {}): Promise<CallbackRequest> {
  const [first] = await free()
  if (!first) throw new Error('no window')
  return {
    serviceId: 'personalausweis',
    reason: 'Wie lange dauert es?',
    phone: TEST_PHONE,
    name: null,
    email: null,
    lang: 'de',
    window: { start: first.start, end: first.end },
    idempotencyKey: null,
    ...more,
  }
}
const ask = async (more: Partial<CallbackRequest> = {}) => requestCallback(ctx, await wish(more))

const callbacks = () =>
  ctx.db
    .selectFrom('callback')
    .innerJoin('case', 'case.id', 'callback.case_id')
    .selectAll('callback')
    .select(['case.number', 'case.channel', 'case.service_id', 'case.contact_name', 'case.contact_email'])
    .where('callback.city_id', '=', city.cityId)
    .orderBy('promised_at')
    .execute()
const notes = async (): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('case_note')
    .select('text')
    .where('city_id', '=', city.cityId)
    .execute()
  return rows.map(({ text }) => text)
}
const refusal = async (asked: Promise<unknown>): Promise<Problem> => {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Problem)) throw error ?? new Error('not refused')
  return error
}
const status = (number: string, digits = TEST_PHONE.slice(-4)) =>
  publicStatus(ctx, { number, digits, address: '192.0.2.7', language: 'de' })

describe('a callback that is asked for on the web', () => {
  test('given a free window, it is promised to the team behind the service line', async () => {
    const given = await ask({ name: 'Jana Beispiel', email: 'jana@example.org' })
    const [made] = await callbacks()
    expect(made).toMatchObject({
      number: given.number,
      channel: 'web',
      service_id: 'personalausweis',
      contact_name: 'Jana Beispiel',
      contact_email: 'jana@example.org',
      team_id: city.teams.office,
      promise: 'open',
      practice: false,
    })
    expect(made?.window_start.getTime()).toBe(given.window.start)
    expect(given.line).toBe(city.lines.service.number)
  })

  test('given the same key twice, also at once, one promise and the same answer', async () => {
    const request = await wish({ idempotencyKey: 'a-key-of-sixteen-signs' })
    const given = await Promise.all([1, 2, 3].map(() => requestCallback(ctx, request)))
    expect(new Set(given.map(({ number }) => number)).size).toBe(1)
    expect(await requestCallback(ctx, request)).toEqual(given[0])
    expect(await callbacks()).toHaveLength(1)
  })

  test('given the same key for something else, it is refused', async () => {
    const key = 'a-key-of-sixteen-signs'
    await ask({ idempotencyKey: key })
    expect((await refusal(ask({ idempotencyKey: key, reason: 'Etwas anderes' }))).code).toBe('key-used')
    const other = await refusal(ask({ idempotencyKey: key, phone: OTHER_PHONE }))
    expect(other.code).toBe('key-used')
  })

  test('given the same key at once for two numbers, one promise', async () => {
    const key = 'a-key-of-sixteen-signs'
    const both = await Promise.allSettled([
      ask({ idempotencyKey: key }),
      ask({ idempotencyKey: key, phone: OTHER_PHONE }),
    ])
    expect(both.map(({ status: is }) => is).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await callbacks()).toHaveLength(1)
  })

  test('given the window was taken meanwhile, the next ones are named and nothing is kept', async () => {
    const request = await wish()
    await ask({ phone: '+491713920001' as PhoneNumber, window: request.window })
    await ask({ phone: '+491713920002' as PhoneNumber, window: request.window })
    const problem = await refusal(requestCallback(ctx, request))
    expect([problem.status, problem.code]).toEqual([409, 'window-full'])
    const next = await free(6)
    expect(problem.extensions['windows']).toEqual(
      next.map(({ start, end }) => ({
        start: new Date(start).toISOString(),
        end: new Date(end).toISOString(),
      })),
    )
    expect(await callbacks()).toHaveLength(2)
  })

  test('given a window that nobody offered, it is refused', async () => {
    const { window } = await wish()
    const longer = { start: window.start, end: window.end + 3_600_000 }
    expect((await refusal(ask({ window: longer }))).code).toBe('window-full')
    expect((await refusal(ask({ window: { start: 0, end: 1 } }))).code).toBe('window-full')
  })

  test('given a service that is gone, it is refused at its field', async () => {
    const problem = await refusal(ask({ serviceId: 'gibt-es-nicht' }))
    expect([problem.status, Object.keys(problem.fields)]).toEqual([422, ['service']])
  })

  test('given no line for services, it says to call', async () => {
    await ctx.db.updateTable('line').set({ active: false }).where('city_id', '=', city.cityId).execute()
    const request = await wish()
    expect((await refusal(requestCallback(ctx, request))).code).toBe('no-callbacks')
  })
})

describe('who is told of a callback that was asked for on the web', () => {
  const connected = (sms: boolean) =>
    connectMessages(database.platform, {
      mail: { url: 'smtp://127.0.0.1:9', from: 'rathaus@stadt.example', plain: false, inbox: null },
      sms: sms ? { url: 'http://127.0.0.1:9', token: 'geheim' } : null,
    })
  const told = () =>
    ctx.db.selectFrom('message').select(['channel', 'recipient']).where('city_id', '=', city.cityId).execute()

  test('given a mobile number, its owner, also where an address was typed beside it', async () => {
    const disconnect = connected(true)
    await ask({ email: 'somebody@example.org' })
    disconnect()
    expect(await told()).toEqual([{ channel: 'sms', recipient: TEST_PHONE }])
  })

  test('given a landline, the address', async () => {
    const disconnect = connected(true)
    await ask({ phone: '+492306123456' as PhoneNumber, email: 'kim@example.org' })
    disconnect()
    expect(await told()).toEqual([{ channel: 'email', recipient: 'kim@example.org' }])
  })
})

describe('somebody who asks again', () => {
  const given = () =>
    givenCallback(database.platform, city, clerk, { contactPhone: TEST_PHONE, reason: 'Reise am 3.12.' })

  test('given an open promise about the same, it is joined: one promise, its window as it was, a note', async () => {
    const { caseNumber } = await given()
    const answer = await ask({ reason: 'Reicht ein altes Foto?', name: 'J. B.', email: 'x@example.org' })
    expect(await callbacks()).toHaveLength(1)
    const [kept] = await callbacks()
    expect(kept?.window_start).toEqual(WINDOW.start)
    expect([kept?.contact_name, kept?.contact_email]).toEqual([null, null])
    expect(await notes()).toEqual([
      'Reicht ein altes Foto? (Name: J. B.) (E-Mail: x@example.org) Gewünscht: heute zwischen 9 und 10 Uhr. Die Zusage bleibt, wie sie ist.',
    ])
    expect(answer.number).not.toBe(caseNumber)
  })

  test('given a joined request, the answer has the same members and form as of a new one', async () => {
    await given()
    const joined = await ask()
    const fresh = await ask({ phone: OTHER_PHONE })
    expect(Object.keys(joined)).toEqual(Object.keys(fresh))
    expect(joined.window).toEqual(fresh.window)
    const shape = (number: string) => number.replaceAll(/[^-]/g, 'x')
    expect(shape(joined.number)).toBe(shape(fresh.number))
    // It books nothing, the other one does.
    expect((await callbacks()).filter(({ books_unit: books }) => books)).toHaveLength(2)
  })

  test('given a full window, a number with a promise is refused like one without', async () => {
    await given()
    const request = await wish()
    await ask({ phone: '+491713920001' as PhoneNumber, window: request.window })
    await ask({ phone: '+491713920002' as PhoneNumber, window: request.window })
    const known = await refusal(requestCallback(ctx, request))
    const unknown = await refusal(requestCallback(ctx, { ...request, phone: OTHER_PHONE }))
    expect([known.code, known.message, known.extensions]).toEqual([
      unknown.code,
      unknown.message,
      unknown.extensions,
    ])
    expect(await notes()).toEqual([])
  })

  test('given a promise about another service that was spoken about, a new one', async () => {
    const { caseId } = await given()
    await ctx.db.updateTable('case').set({ service_id: 'reisepass' }).where('id', '=', caseId).execute()
    await ask()
    expect(await callbacks()).toHaveLength(2)
  })

  test('given another service, and the open promise came from the web, one promise', async () => {
    await ask({ serviceId: 'reisepass' })
    await ask()
    expect(await callbacks()).toHaveLength(1)
    expect(await notes()).toHaveLength(1)
  })

  test('given two at once for one number, one promise', async () => {
    await Promise.all([ask(), ask({ serviceId: 'reisepass' })])
    expect(await callbacks()).toHaveLength(1)
  })

  test('given the case is closed, a new one', async () => {
    const { id, caseId } = await given()
    await ctx.db
      .updateTable('callback')
      .set({
        state: 'done',
        outcome: 'settled',
        done_at: new Date(NINE),
        promise: 'kept',
        decided_at: new Date(NINE),
      })
      .where('id', '=', id)
      .execute()
    await inTransaction(clerk, (tx) => closeCase(tx, clerk, caseId, 'settled'))
    await ask()
    expect(await callbacks()).toHaveLength(2)
  })

  test('given a fourth request for one number within a day, it is refused; a day later it is not', async () => {
    for (const _ of [1, 2, 3]) await ask()
    expect((await refusal(ask())).code).toBe('number-too-often')
    await ask({ phone: OTHER_PHONE })
    database.platform.clock.set('2026-11-24T08:00:01Z')
    await ask()
    expect(await callbacks()).toHaveLength(2)
  })
})

describe('what whoever asked again can look up', () => {
  test('given the number they were given, they see what they chose and nothing of the case', async () => {
    const { caseNumber } = await givenCallback(database.platform, city, clerk, { contactPhone: TEST_PHONE })
    const { number } = await ask()
    const seen = await status(number)
    const fresh = await ask({ phone: OTHER_PHONE })
    const own = await status(fresh.number, OTHER_PHONE.slice(-4))
    const alike = (text: string) => text.replaceAll(number, '#').replaceAll(fresh.number, '#')
    expect(alike(JSON.stringify(seen))).toBe(alike(JSON.stringify(own)))
    expect(seen.promiseText).toContain('heute zwischen 9 und 10 Uhr')
    expect(JSON.stringify(seen)).not.toContain(caseNumber)
    expect(JSON.stringify(seen)).not.toContain('14 und 15')
  })

  test('given their time is over, it says so; closed, as the case is', async () => {
    const { caseId } = await givenCallback(database.platform, city, clerk, { contactPhone: TEST_PHONE })
    const { number } = await ask()
    database.platform.clock.set('2026-11-23T10:00:00Z')
    expect((await status(number)).promiseText).toBe('Die Zeit, die Sie gewählt haben, ist vorbei.')
    await inTransaction(clerk, (tx) => closeCase(tx, clerk, caseId, 'settled'))
    expect(await status(number)).toMatchObject({ state: 'settled', promiseText: null })
  })
})

test('given two days, requests are forgotten', async () => {
  await ask()
  database.platform.clock.set('2026-11-25T07:59:00Z')
  await forgetRequests(database.platform)
  const count = async () =>
    (await ctx.db.selectFrom('callback_request').select('id').where('city_id', '=', city.cityId).execute())
      .length
  expect(await count()).toBe(1)
  database.platform.clock.set('2026-11-25T08:00:01Z')
  await forgetRequests(database.platform)
  expect(await count()).toBe(0)
})
