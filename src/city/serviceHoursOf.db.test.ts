import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { inTransaction } from '../platform/context.ts'
import { givenCity } from './city.testkit.ts'
import { serviceHoursOf } from './serviceHoursOf.ts'
import * as store from './store.ts'

const database = useDatabase()

test('given a city, knows its week and the public holidays of its Land', async () => {
  const { cityId } = await givenCity(database.platform, { land: 'NW' })
  const hours = await serviceHoursOf(database.platform.db, cityId)
  expect(hours.isOpen(new Date('2026-11-23T08:00:00+01:00'))).toBe(true)
  expect(hours.isOpen(new Date('2026-11-23T12:30:00+01:00'))).toBe(false)
  expect(hours.closedBecause('2026-12-25')).toContain('Weihnachtstag')
  expect(hours.closedBecause('2026-11-01')).toBe('Allerheiligen')
})

test('given unchanged rules, answers the same object, so that worked-out days are kept', async () => {
  const { cityId } = await givenCity(database.platform)
  const { db } = database.platform
  expect(await serviceHoursOf(db, cityId)).toBe(await serviceHoursOf(db, cityId))
})

test('given a closure written in a transaction, counts it inside at once and outside after the commit', async () => {
  const { cityId } = await givenCity(database.platform)
  const { db } = database.platform
  await inTransaction(database.platform, async (tx) => {
    await store.insertClosure(tx, { city_id: cityId, date: '2026-11-24', reason: 'Personalversammlung' })
    expect((await serviceHoursOf(tx, cityId)).closedBecause('2026-11-24')).toBe('Personalversammlung')
    expect((await serviceHoursOf(db, cityId)).closedBecause('2026-11-24')).toBeNull()
  })
  expect((await serviceHoursOf(db, cityId)).closedBecause('2026-11-24')).toBe('Personalversammlung')
})

test('given no such city, throws', async () => {
  await expect(serviceHoursOf(database.platform.db, 'nirgendwo')).rejects.toThrow('no city nirgendwo')
})
