import { caseOf } from '../../cases/index.ts'
import { cityOf, serviceHoursOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { displayNumber } from '../../shared/displayNumber.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import type { Lang } from '../../shared/lang.ts'
import { spokenMoment } from '../../shared/spokenMoment.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import { shownNumber } from '../attempts/shownNumber.ts'
import type { Callback } from '../model.ts'

/** What a message says of a callback, in the words of its language. No name and no concern: somebody else may read it. */
export interface LetterFacts {
  city: string
  number: string
  /** When we call, by its date: it may be read on another day. 'am Montag, 23. November, zwischen 14 und 15 Uhr' */
  when: string
  /** The window that was promised; the same as `when` until another one is planned. */
  promised: string
  /** What a broken promise is followed by: a new slot, a call on the same day, or the day from which on. */
  instead: { kind: 'window' | 'today' | 'from'; text: string }
  /** The number that calls, as one dials it. */
  line: string
  /** When it was tried. */
  tried: readonly string[]
}

/** Far enough that no day is called "today". */
const EARLIER_MS = 3 * 86_400_000

export async function letterFacts(
  ctx: Context,
  callback: Callback,
  language: PageLanguage,
): Promise<LetterFacts> {
  const { db, cityId } = ctx
  const lang: Lang = language === 'en' ? 'en' : 'de'
  const city = await cityOf(db, cityId)
  const { timeZone } = city
  const found = await caseOf(db, cityId, callback.caseId)
  const promised = { start: callback.windowStart.getTime(), end: callback.windowEnd.getTime() }
  const due = { start: callback.dueFrom.getTime(), end: callback.dueUntil.getTime() }
  const said = (window: TimeRange): string => spokenWindow(window, window.start - EARLIER_MS, timeZone, lang)
  const attempts = await attemptsOf(db, cityId, callback.id)
  return {
    city: city.title,
    number: found.number,
    when: said(due),
    promised: said(promised),
    instead:
      due.start >= promised.end ? { kind: 'window', text: said(due) } : await nextHours(ctx, promised, lang),
    line: displayNumber(await shownNumber(db, cityId, callback.teamId, found.lineId)),
    tried: attempts
      .filter(({ rangAt }) => rangAt)
      .map(({ startedAt }) =>
        spokenMoment(startedAt.getTime(), startedAt.getTime() - EARLIER_MS, timeZone, lang),
      ),
  }
}

/** The next time in which somebody works after the window. */
async function nextHours(
  { db, cityId }: Context,
  promised: TimeRange,
  lang: Lang,
): Promise<LetterFacts['instead']> {
  const hours = await serviceHoursOf(db, cityId)
  const [next] = hours.windows(promised.end, { count: 1 })
  if (!next) return { kind: 'today', text: '' }
  const day = (at: number): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: hours.timeZone })
  if (day(next.start) === day(promised.start)) return { kind: 'today', text: '' }
  return {
    kind: 'from',
    text: spokenMoment(next.start, next.start - EARLIER_MS, hours.timeZone, lang),
  }
}
