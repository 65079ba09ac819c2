import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenAccount, type GivenAccount } from '../people/people.testkit.ts'
import { type GivenCity, givenCity } from './city.testkit.ts'
import { allowDialling, changeCallLimits, forbidDialling, readMisuse } from './misuse.ts'
import { dialPermissionsOf } from './misuseStore.ts'

const database = useDatabase()
let city: GivenCity
let admin: GivenAccount

const permissions = () => dialPermissionsOf(database.platform.db, city.cityId)
const deeds = () =>
  database.platform.db
    .selectFrom('audit')
    .select(['action', 'subject_id', 'note'])
    .where('city_id', '=', city.cityId)
    .orderBy('seq')
    .execute()

beforeEach(async () => {
  city = await givenCity(database.platform)
  admin = await givenAccount(database.platform, city.cityId, 'admin')
})

describe('numbers that may be dialled', () => {
  test('given a beginning as typed, it is allowed with who and why, and the deed is on record', async () => {
    const view = await allowDialling(admin.ctx, { prefix: '0043', reason: 'Partnerstadt' })
    expect(view.permissions).toEqual([
      { prefix: '+43', reason: 'Partnerstadt', by: admin.account.name, at: expect.any(String) },
    ])
    await allowDialling(admin.ctx, { prefix: '0180', reason: 'Versicherung' })
    expect(await permissions()).toEqual(['+43', '+49180'])
    await forbidDialling(admin.ctx, '+43')
    expect(await permissions()).toEqual(['+49180'])
    expect(await deeds()).toEqual([
      { action: 'dial-permission.added', subject_id: '+43', note: 'Partnerstadt' },
      { action: 'dial-permission.added', subject_id: '+49180', note: 'Versicherung' },
      { action: 'dial-permission.removed', subject_id: '+43', note: null },
    ])
  })

  test.each(['abc', '43', '0', '+49', '01'])(
    'given %j, refuses it with a sentence at the field',
    async (prefix) => {
      const refused = allowDialling(admin.ctx, { prefix, reason: 'Test' })
      await expect(refused).rejects.toMatchObject({ status: 422, fields: { prefix: expect.any(String) } })
    },
  )

  test('given the same beginning twice, says so at the field', async () => {
    await allowDialling(admin.ctx, { prefix: '0043', reason: 'Partnerstadt' })
    await expect(allowDialling(admin.ctx, { prefix: '+43', reason: 'Test' })).rejects.toMatchObject({
      fields: { prefix: 'Dieser Anfang ist schon erlaubt.' },
    })
  })

  test.each(['lead', 'clerk', 'agent'] as const)('given the role %s, refuses', async (role) => {
    const { ctx } = await givenAccount(database.platform, city.cityId, role)
    await expect(readMisuse(ctx)).rejects.toMatchObject({ status: 403 })
    await expect(allowDialling(ctx, { prefix: '0043', reason: 'x' })).rejects.toMatchObject({ status: 403 })
    await expect(forbidDialling(ctx, '+43')).rejects.toMatchObject({ status: 403 })
    const limits = { minutes: 1, calls: 3, anonymousCalls: 3 }
    await expect(changeCallLimits(ctx, limits)).rejects.toMatchObject({ status: 403 })
  })
})

test('given other limits, calls are counted by them', async () => {
  const limits = { minutes: 5, calls: 4, anonymousCalls: 20 }
  expect((await changeCallLimits(admin.ctx, limits)).limits).toEqual(limits)
})
