import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { parsePhoneNumber } from '../../shared/parsePhoneNumber.ts'
import { as, book, EIGHT, givenOffice, proof, rowsOf } from '../booking.testkit.ts'
import { callersAppointment } from './callersAppointment.ts'
import { forgetContacts } from './forgetContacts.ts'
import { newPhoneKey, openByPhoneKey, readPhoneKey } from './phoneKey.ts'
import { readOwn } from './readOwn.ts'
import { renewPhoneKey } from './renewPhoneKey.ts'

const database = useDatabase()
let web: Context
let agent: GivenAccount
let booked: Awaited<ReturnType<typeof book>>

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  const { cityId } = await givenCity(database.platform)
  web = as(database.platform, cityId, 'citizen')
  agent = await givenAccount(database.platform, cityId, 'agent')
  await givenOffice((await givenAccount(database.platform, cityId, 'admin')).ctx)
  booked = await book(web, EIGHT)
})

const issue = (): Promise<string> => inTransaction(web, (tx) => newPhoneKey(tx, web.cityId, booked.id))
/** From elsewhere each time, so that nobody has to wait. */
let askers = 0
const open = (key: string) =>
  openByPhoneKey(web, booked.reference, { secret: key, address: `192.0.2.${(askers += 1)}` })
const wrongFor = (key: string): string => (key === '00000000' ? '11111111' : '00000000')
const phone = (number: string): PhoneNumber => {
  const parsed = parsePhoneNumber(number, { areaCode: '02306' })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}
const LANDLINE = phone('02306 104 2030')

describe('the telephone key', () => {
  test('given number and key as they were said, opens the appointment for this browser', async () => {
    const key = await issue()
    expect(key).toMatch(/^\d{8}$/)
    const { id, secret } = await open(`${key.slice(0, 4)} ${key.slice(4)}`)
    expect(secret).not.toContain(key)
    expect((await readOwn(web, id, { secret, address: '192.0.2.1' })).reference).toBe(booked.reference)
    expect(JSON.stringify(await rowsOf(database.platform, web.cityId))).not.toContain(key)
  })

  test('given ten wrong ones at once, the right one is too late, the long one is not, and a new one begins anew', async () => {
    const key = await issue()
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => open(wrongFor(key))))
    expect(tries.every(({ status }) => status === 'rejected')).toBe(true)
    await expect(open(key)).rejects.toMatchObject({ status: 404 })
    expect((await readOwn(web, booked.id, proof(booked))).id).toBe(booked.id)
    const next = await renewPhoneKey(agent.ctx, booked.id)
    expect((await open(next)).id).toBe(booked.id)
    if (next !== key) await expect(open(key)).rejects.toMatchObject({ status: 404 })
  })

  test('given nine wrong ones, right ones count as no try', async () => {
    const key = await issue()
    for (let n = 0; n < 9; n += 1) await expect(open(wrongFor(key))).rejects.toMatchObject({ status: 404 })
    for (let n = 0; n < 3; n += 1) expect((await open(key)).id).toBe(booked.id)
    await expect(open(wrongFor(key))).rejects.toMatchObject({ status: 404 })
    await expect(open(key)).rejects.toMatchObject({ status: 404 })
  })

  test('given no key was issued, or the owner was forgotten, none is right', async () => {
    await expect(open('12345678')).rejects.toMatchObject({ status: 404 })
    await issue()
    database.platform.clock.set('2027-01-23T08:00:00Z')
    await forgetContacts(database.platform)
    const [row] = await rowsOf(database.platform, web.cityId)
    expect(row?.phone_key_hash).toBeNull()
  })

  test.each([
    ['1234 5678', '12345678'],
    ['1234-5678', '12345678'],
    ['1234567', null],
    ['123456789', null],
    ['1234567a', null],
  ])('given %o, reads %o', (typed, read) => expect(readPhoneKey(typed)).toBe(read))
})

describe('a caller’s appointment', () => {
  const shown = (key: string, caller: PhoneNumber | null) => ({ reference: booked.reference, key, caller })

  test('given another number, asks for the key and takes the short and the long one, and the look is kept', async () => {
    const key = await issue()
    await expect(callersAppointment(agent.ctx, shown('', LANDLINE))).rejects.toMatchObject({
      fields: { key: expect.stringContaining('nach dem Schlüssel fragen') },
    })
    await expect(callersAppointment(agent.ctx, shown(wrongFor(key), null))).rejects.toMatchObject({
      status: 404,
    })
    expect((await callersAppointment(agent.ctx, shown(key, LANDLINE))).id).toBe(booked.id)
    expect((await callersAppointment(agent.ctx, shown(booked.secret, null))).id).toBe(booked.id)
    const looks = await web.db
      .selectFrom('audit')
      .select(['action', 'subject_id'])
      .where('account_id', '=', agent.account.id)
      .where('action', '=', 'appointment.opened-in-call')
      .execute()
    const look = { action: 'appointment.opened-in-call', subject_id: booked.id }
    expect(looks).toEqual([look, look])
  })

  test('given the booked number calls, no key is asked for', async () => {
    await web.db
      .updateTable('appointment')
      .set({ contact_phone: LANDLINE })
      .where('id', '=', booked.id)
      .execute()
    expect((await callersAppointment(agent.ctx, shown('', LANDLINE))).id).toBe(booked.id)
  })

  test('given somebody who does not book, is refused', async () => {
    const admin = await givenAccount(database.platform, web.cityId, 'admin')
    await expect(callersAppointment(admin.ctx, shown('', LANDLINE))).rejects.toMatchObject({ status: 403 })
    await expect(renewPhoneKey(admin.ctx, booked.id)).rejects.toMatchObject({ status: 403 })
  })
})
