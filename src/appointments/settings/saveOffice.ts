import { requireRole, type StaffContext } from '../../platform/context.ts'
import { changeSettings } from './changeSettings.ts'
import type { ConflictView, OfficeInput } from '../contract.ts'
import * as store from './settingsStore.ts'

/** Adds an office or changes it, with its devices. @throws Problem 409 `conflicts`, 422, 403 */
export async function saveOffice(
  ctx: StaffContext,
  id: string,
  { devices, acceptConflicts, ...office }: OfficeInput,
): Promise<{ conflicts: ConflictView[] }> {
  requireRole(ctx, 'admin')
  return changeSettings(ctx, id, acceptConflicts, async (tx) => {
    await store.upsertOffice(tx, {
      city_id: ctx.cityId,
      id,
      name: office.name,
      address: office.address,
      counters: office.counters,
      grid_minutes: office.gridMinutes,
      book_ahead_days: office.bookAheadDays,
      active: office.active,
    })
    await store.replaceDevices(tx, ctx.cityId, id, devices)
  })
}
