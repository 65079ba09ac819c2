import { announcementsOf } from '../../../appointments/index.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { wallOf } from '../when.ts'
import { ReleasesPage } from './ReleasesPage.tsx'

/** `GET /termin/freigaben`: when new appointments come. */
export async function showReleases({ c, platform, city, frame }: Visit): Promise<Response> {
  const offices = await announcementsOf(platform, city.id)
  const { timeZone } = city
  const today = wallOf(platform.clock.now().getTime(), timeZone).slice(0, 10)
  return render(c, <ReleasesPage frame={frame} offices={offices} timeZone={timeZone} today={today} />)
}
