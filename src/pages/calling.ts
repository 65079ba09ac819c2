import { type City, type Line, linesOf, serviceHoursOf, todayView } from '../city/index.ts'
import type { Platform } from '../platform/context.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import type { Switchboard } from '../telephony/index.ts'
import { nextDays, openingState, type OpeningDay, type OpeningState } from './opening.ts'

export interface CallLine {
  id: string
  name: string
  number: PhoneNumber
  purpose: Line['purpose']
  /** Callers in the queue now; null where no telephone system tells us. */
  waiting: number | null
}

/** What somebody who wants to call must know. */
export interface Calling {
  lines: readonly CallLine[]
  opening: OpeningState
  days: readonly OpeningDay[]
  /** Closures of the coming week, German sentences. */
  notices: readonly string[]
}

/** The part of the telephone that the pages look at. */
export type QueueView = Pick<Switchboard, 'snapshot'>

export async function callingOf(
  platform: Platform,
  city: City,
  queue: QueueView | null,
  lang: PageLanguage,
): Promise<Calling> {
  const now = platform.clock.now()
  const hours = await serviceHoursOf(platform.db, city.id)
  const opening = openingState(hours, now, lang)
  const seen = opening.open ? queue?.snapshot(city.id) : null
  const lines = await linesOf(platform.db, city.id)
  return {
    lines: lines
      .filter(({ active }) => active)
      .map(({ id, name, number, purpose }) => ({
        id,
        name,
        number,
        purpose,
        waiting: seen?.connected ? seen.waiting.filter(({ lineId }) => lineId === id).length : null,
      })),
    opening,
    days: nextDays(hours, now, 7, lang),
    notices: (await todayView(platform.db, city.id, now)).notices,
  }
}

/** Only the lines for services: who reads about one need not choose between numbers. All, where a city has none. */
export function forServices(calling: Calling): Calling {
  const lines = calling.lines.filter(({ purpose }) => purpose === 'service')
  return lines.length > 0 ? { ...calling, lines } : calling
}
