import {
  type AnnouncementNotice,
  type City,
  type Line,
  linesOf,
  newsAt,
  serviceHoursOf,
} from '../city/index.ts'
import type { Platform } from '../platform/context.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import type { Switchboard } from '../telephony/index.ts'
import {
  type DecidedText,
  decidedText,
  nextDays,
  openingState,
  type OpeningDay,
  type OpeningState,
} from './opening.ts'

export interface CallLine {
  id: string
  name: string
  number: PhoneNumber
  purpose: Line['purpose']
  /** Callers in the queue now; null where no telephone system tells us. */
  waiting: number | null
  /** For how many minutes whoever waits longest has waited, begun ones counted; null where nobody waits. */
  longestMinutes: number | null
  /** Open or closed against the service hours, and why; null as usual. */
  decided: DecidedText | null
}

/** What somebody who wants to call must know. */
export interface Calling {
  lines: readonly CallLine[]
  /** Null when nothing of it counts: each line was opened or closed by a lead. */
  opening: OpeningState | null
  days: readonly OpeningDay[]
  /** What the city wants to be read first; the home page shows the important ones. */
  announcements: readonly AnnouncementNotice[]
  /** Closures of the coming week, German sentences. */
  notices: readonly string[]
}

/** Whether the city calls back whom nobody has spoken with: by its first line for services. */
export const makesCallbacks = ({ lines }: Pick<Calling, 'lines'>): boolean =>
  lines.some(({ purpose }) => purpose === 'service')

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
  const { announcements, decided, closures } = await newsAt(platform.db, city.id, now)
  const lines = (await linesOf(platform.db, city.id)).filter(({ active }) => active)
  const snapshot = queue?.snapshot(city.id)
  const callLines = lines.map(({ id, name, number, purpose }): CallLine => {
    const decision = decided.get(id)
    const open = decision ? decision.state === 'open' : opening.open
    const callers = snapshot?.waiting.filter(({ lineId }) => lineId === id) ?? []
    return {
      id,
      name,
      number,
      purpose,
      waiting: open && snapshot?.connected ? callers.length : null,
      longestMinutes: open && snapshot?.connected ? longestOf(callers, now) : null,
      decided: decision ? decidedText(decision, hours, lang) : null,
    }
  })
  return {
    lines: callLines,
    opening: lines.length > 0 && lines.every(({ id }) => decided.has(id)) ? null : opening,
    days: nextDays(hours, now, 7, lang),
    announcements,
    notices: closures,
  }
}

const longestOf = (callers: readonly { since: Date }[], now: Date): number | null =>
  callers.length === 0
    ? null
    : Math.max(
        1,
        Math.ceil((now.getTime() - Math.min(...callers.map(({ since }) => since.getTime()))) / 60_000),
      )

/** Only the lines for services: who reads about one need not choose between numbers. All, where a city has none. */
export function forServices(calling: Calling): Calling {
  const lines = calling.lines.filter(({ purpose }) => purpose === 'service')
  return lines.length > 0 ? { ...calling, lines } : calling
}
