import type { Db } from '../../../src/platform/db/connect.ts'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The service hours of today are over; every other day is open around the clock. */
export async function closeToday(db: Db, cityId: string): Promise<void> {
  const city = db.selectFrom('city').select('time_zone').where('id', '=', cityId)
  const { time_zone: timeZone } = await city.executeTakeFirstOrThrow()
  const day = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' }).format(new Date())
  const weekday = WEEKDAYS.indexOf(day) + 1
  await db.deleteFrom('service_hours').where('city_id', '=', cityId).where('weekday', '=', weekday).execute()
}

export async function openAgain(db: Db, cityId: string): Promise<void> {
  await db.deleteFrom('service_hours').where('city_id', '=', cityId).execute()
  const days = WEEKDAYS.map((_, index) => ({ city_id: cityId, weekday: index + 1, opens: 0, closes: 1440 }))
  await db.insertInto('service_hours').values(days).execute()
}
