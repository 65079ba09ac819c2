import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { createCity, type NewCity } from '../city/index.ts'
import { inTransaction } from '../platform/context.ts'
import { asAdministrator } from './asAdministrator.ts'
import { createFirstAdministrator } from './createFirstAdministrator.ts'
import { listAccounts } from './listAccounts.ts'
import { signIn } from './signIn.ts'

const database = useDatabase()
const city: NewCity = {
  id: 'neustadt',
  name: 'Neustadt',
  title: 'Stadt Neustadt',
  land: 'NI',
  areaCode: '05032',
  casePrefix: 'NE',
  hostnames: [],
  demo: false,
}
const chief = { login: 'chefin', name: 'Verwaltung', password: 'ein-langes-kennwort' }

test('given a new city and its first administrator, that person signs in and sees the accounts', async () => {
  const { platform } = database
  await inTransaction(platform, async (tx) => {
    const joined = { ...platform, db: tx }
    await createCity(joined, city)
    await createFirstAdministrator(joined, city.id, chief)
  })
  const { ctx } = await signIn(platform, chief, { address: '', userAgent: '' })
  expect(await listAccounts(ctx)).toMatchObject([{ login: 'chefin', role: 'admin', active: true }])
  expect((await asAdministrator(platform, city.id)).actor.accountId).toBe(ctx.actor.accountId)
})

test('given a city that has accounts, refuses a second first administrator', async () => {
  const { platform } = database
  const again = createFirstAdministrator(platform, city.id, { ...chief, login: 'zweite' })
  await expect(again).rejects.toMatchObject({ status: 409 })
})

test('given an id or a prefix that is taken, names the field and leaves nothing behind', async () => {
  const { platform } = database
  await expect(createCity(platform, city)).rejects.toMatchObject({ fields: { id: expect.any(String) } })
  const both = inTransaction(platform, async (tx) => {
    const joined = { ...platform, db: tx }
    await createCity(joined, { ...city, id: 'andere', casePrefix: 'AN' })
    await createFirstAdministrator(joined, 'andere', chief)
  })
  await expect(both).rejects.toMatchObject({ fields: { login: 'Diesen Anmeldenamen gibt es schon.' } })
  await createCity(platform, { ...city, id: 'andere', casePrefix: 'AN' })
})
