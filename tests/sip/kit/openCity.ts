import { sql } from 'kysely'
import { todayView } from '../../../src/city/contract.ts'
import type { Db } from '../../../src/platform/db/connect.ts'
import { signInApi } from '../../kit/api.ts'
import { openAllDay } from '../../kit/promises.ts'
import type { TestServer } from '../../kit/server.ts'

/** The administrator sets service hours around the clock; the tests run at any hour of any day. */
export async function openNow(server: TestServer, db: Db): Promise<void> {
  await openAllDay(server)
  if (await isOpen(server)) return
  // A public holiday, on which no service hours help and which no administrator can take away: a city in no Land.
  await sql`delete from closure`.execute(db)
  await sql`alter table city drop constraint city_land_check`.execute(db)
  await sql`update city set land = 'XX'`.execute(db)
  if (!(await isOpen(server))) throw new Error('the city does not open')
}

async function isOpen(server: TestServer): Promise<boolean> {
  const admin = await signInApi(server, 'admin')
  return todayView.parse((await admin.get('/api/v1/notices/today')).body).open
}
