import { todayView } from '../../../src/city/contract.ts'
import type { Db } from '../../../src/platform/db/connect.ts'
import { signInApi } from '../../kit/api.ts'
import { openAllDay } from '../../kit/promises.ts'
import type { TestServer } from '../../kit/server.ts'

/** Eleven hours behind and fourteen ahead of Greenwich: on a public holiday it is another day there. */
export const ELSEWHERE = ['Pacific/Pago_Pago', 'Pacific/Kiritimati']

/** The administrator sets service hours around the clock; the tests run at any hour of any day. */
export async function openNow(server: TestServer, db: Db): Promise<void> {
  await openAllDay(server)
  if (await isOpen(server)) return
  // A public holiday, which no administrator can take away: somewhere else it is another day.
  await db.deleteFrom('closure').execute()
  for (const zone of ELSEWHERE) {
    await db.updateTable('city').set({ time_zone: zone }).execute()
    if (await isOpen(server)) return
  }
  throw new Error('it is a public holiday everywhere now')
}

async function isOpen(server: TestServer): Promise<boolean> {
  const admin = await signInApi(server, 'admin')
  return todayView.parse((await admin.get('/api/v1/notices/today')).body).open
}
