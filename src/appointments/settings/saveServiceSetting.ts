import { requireRole, type StaffContext } from '../../platform/context.ts'
import { changeSettings } from './changeSettings.ts'
import type { ServiceSettingInput } from '../contract.ts'
import * as store from './settingsStore.ts'

/** Sets how a service of the catalogue is booked from now on; what is booked stays as long as it was. @throws Problem 422, 403 */
export async function saveServiceSetting(
  ctx: StaffContext,
  serviceId: string,
  { setupMinutes, minutes, devices, bookable }: ServiceSettingInput,
): Promise<void> {
  requireRole(ctx, 'admin')
  await changeSettings(ctx, serviceId, false, (tx) =>
    store.upsertServiceSetting(tx, {
      city_id: ctx.cityId,
      service_id: serviceId,
      setup_minutes: setupMinutes,
      minutes,
      devices: [...new Set(devices)].toSorted(),
      bookable,
    }),
  )
}
