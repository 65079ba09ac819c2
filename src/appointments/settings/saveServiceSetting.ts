import { requireRole, type StaffContext } from '../../platform/context.ts'
import { invalid } from '../../platform/problems.ts'
import { changeSettings } from './changeSettings.ts'
import type { ConflictView, ServiceSettingInput } from '../contract.ts'
import * as store from './settingsStore.ts'

/**
 * Sets how a service of the catalogue is booked from now on; what is booked stays as long as it was.
 * @throws Problem 422, also for a bookable service that needs a device that no office has; 403
 */
export async function saveServiceSetting(
  ctx: StaffContext,
  serviceId: string,
  { setupMinutes, minutes, devices, bookable }: ServiceSettingInput,
): Promise<{ conflicts: ConflictView[] }> {
  requireRole(ctx, 'admin')
  return changeSettings(ctx, serviceId, false, async (tx) => {
    const offices = bookable ? await store.listOffices(tx, ctx.cityId) : []
    const known = new Set(offices.flatMap((office) => office.devices).map(({ kind }) => kind))
    const missing = bookable ? devices.filter((kind) => !known.has(kind)) : []
    if (missing.length > 0) throw invalid({ devices: sentence(missing) })
    await store.upsertServiceSetting(tx, {
      city_id: ctx.cityId,
      service_id: serviceId,
      setup_minutes: setupMinutes,
      minutes,
      devices: [...new Set(devices)].toSorted(),
      bookable,
    })
  })
}

const sentence = (missing: readonly string[]): string =>
  `Kein Büro hat: ${missing.join(', ')}. Tragen Sie das Gerät zuerst bei einem Büro ein.`
