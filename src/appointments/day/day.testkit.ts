import { beforeEach } from 'vitest'
import type { TestDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import type { Context, StaffContext } from '../../platform/context.ts'
import { as } from '../booking.testkit.ts'

export interface DayPeople {
  city: GivenCity
  admin: StaffContext
  lead: GivenAccount
  clerk: GivenAccount
  web: Context
}

/** A city of its own for each test, with who runs the office's day. */
export function useDayPeople(database: TestDatabase): DayPeople {
  const people = {} as DayPeople
  beforeEach(async () => {
    const { platform } = database
    platform.clock.set('2026-11-23T08:00:00Z')
    const city = await givenCity(platform)
    Object.assign(people, {
      city,
      admin: (await givenAccount(platform, city.cityId, 'admin')).ctx,
      lead: await givenAccount(platform, city.cityId, 'lead'),
      clerk: await givenAccount(platform, city.cityId, 'clerk'),
      web: as(platform, city.cityId, 'citizen'),
    })
  })
  return people
}

/** The kinds of events of an appointment, in their order. */
export async function kindsOf({ platform }: TestDatabase, id: string): Promise<string[]> {
  const rows = await platform.db
    .selectFrom('event')
    .select('kind')
    .where('subject_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(({ kind }) => kind)
}
