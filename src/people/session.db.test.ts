import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity } from '../city/city.testkit.ts'
import { givenAccount } from './people.testkit.ts'
import { findSession } from './session.ts'

const database = useDatabase()
const HOUR = 3_600_000

async function givenSession() {
  const { cityId, teams } = await givenCity(database.platform)
  const given = await givenAccount(database.platform, cityId, 'clerk')
  return { ...given, cityId, teams, token: given.cookie.split('=')[1]! }
}

test('given the token of a session, answers the account with its role and teams', async () => {
  const { token, cityId, teams, account } = await givenSession()
  expect(await findSession(database.platform, token)).toMatchObject({
    cityId,
    actor: { kind: 'account', accountId: account.id, role: 'clerk', teamIds: [teams.office] },
  })
})

test('given a token that nobody got, answers null', async () => {
  expect(await findSession(database.platform, 'geraten')).toBeNull()
})

test('given two hours without a request, the session is over', async () => {
  const { token } = await givenSession()
  database.platform.clock.advance(2 * HOUR)
  expect(await findSession(database.platform, token)).toBeNull()
})

test('given a request every hour, the session lives on, but not beyond twelve hours', async () => {
  const { token } = await givenSession()
  for (let hour = 1; hour < 12; hour += 1) {
    database.platform.clock.advance(HOUR)
    expect(await findSession(database.platform, token)).not.toBeNull()
  }
  database.platform.clock.advance(HOUR)
  expect(await findSession(database.platform, token)).toBeNull()
})

test('given an account that is switched off, the session is over', async () => {
  const { token, account } = await givenSession()
  await database.platform.db
    .updateTable('account')
    .set({ active: false })
    .where('id', '=', account.id)
    .execute()
  expect(await findSession(database.platform, token)).toBeNull()
})
