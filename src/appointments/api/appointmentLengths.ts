import type { Platform } from '../../platform/context.ts'
import { officesOf } from '../settings/offices.ts'

/** How long appointments of a service take, by its id; null for what cannot be booked. From memory. */
export async function appointmentLengths(
  platform: Platform,
  cityId: string,
): Promise<(serviceId: string) => { setupMinutes: number; minutes: number } | null> {
  // What can be booked is the same in every office.
  const [first] = await officesOf(platform, cityId)
  return (serviceId) => {
    const found = first?.services.get(serviceId)
    return found ? { setupMinutes: found.setupMinutes, minutes: found.minutes } : null
  }
}
