import { type Presence, presencesOf } from '../../src/callbacks/roster/index.ts'
import { serviceHoursOf } from '../../src/city/index.ts'
import type { Clerk, Office } from './office.ts'

/** Who is at work on a day: what the roster says at this moment, without those who do not come although it says so. */
export class WorkTimes {
  readonly #office: Office
  #date = ''
  #presences: readonly Presence[] = []

  constructor(office: Office) {
    this.#office = office
  }

  /** Reads the day of this moment again, after anything about it has changed. */
  async read(now: number): Promise<void> {
    const { platform, city, teamId } = this.#office
    const hours = await serviceHoursOf(platform.db, city.cityId)
    this.#date = hours.dateOf(now)
    const openings = hours.openingsOn(this.#date)
    const [first, last] = [openings[0], openings.at(-1)]
    const day = first && last && { start: first.start, end: last.end }
    this.#presences = day ? await presencesOf(platform.db, city.cityId, teamId, day) : []
  }

  presenceOf(clerk: Clerk, now: number): Presence | null {
    return this.#of(clerk).find(({ start, end }) => start <= now && now < end) ?? null
  }

  nextPresenceOf(clerk: Clerk, now: number): Presence | null {
    return this.#of(clerk).find(({ start }) => start > now) ?? null
  }

  #of({ accountId, away }: Clerk): Presence[] {
    return away.has(this.#date) ? [] : this.#presences.filter((presence) => presence.accountId === accountId)
  }
}
