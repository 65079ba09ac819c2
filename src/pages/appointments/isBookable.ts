import { officesOf } from '../../appointments/index.ts'
import type { Visit } from '../visit.ts'

/** Whether an appointment for a service can be booked on these pages. */
export async function isBookable({ platform, city }: Visit, serviceId: string): Promise<boolean> {
  const offices = await officesOf(platform, city.id)
  return offices.some(({ services }) => services.has(serviceId))
}
