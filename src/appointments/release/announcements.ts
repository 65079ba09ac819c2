import type { Platform } from '../../platform/context.ts'
import type { Office } from '../settings/office.ts'
import { knownCity, officesOf } from '../settings/offices.ts'
import { type Announced, announced } from './announceRule.ts'

export interface OfficeAnnouncement extends Announced {
  office: Pick<Office, 'id' | 'name' | 'bookAheadDays'>
}

/** What the city tells about the releases of each of its offices, by name. From memory. */
export async function announcementsOf(platform: Platform, cityId: string): Promise<OfficeAnnouncement[]> {
  const { timeZone } = await knownCity(platform, cityId)
  const now = platform.clock.now().getTime()
  const offices = await officesOf(platform, cityId)
  return offices.map(({ office: { id, name, bookAheadDays }, releases }) => ({
    office: { id, name, bookAheadDays },
    ...announced(releases, now, timeZone),
  }))
}

/** Whether there is anything to say about when more appointments come. */
export const saysSomething = ({ batches, rolling, pool }: Announced): boolean =>
  batches.length > 0 || rolling.length > 0 || pool !== null
