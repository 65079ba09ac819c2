import { Temporal } from 'temporal-polyfill'
import type { Announcement, AnnouncementNotice, Line, LineDecision } from './model.ts'

type NamedLine = Pick<Line, 'id' | 'name' | 'active'>

/** 'heute bis 18 Uhr', 'bis auf Weiteres'. A decision never lasts longer than its day, unless it has no end. */
export function spokenUntil(endsAt: Date | null, timeZone: string): string {
  if (endsAt === null) return 'bis auf Weiteres'
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(endsAt.getTime()).toZonedDateTimeISO(
    timeZone,
  )
  if (hour === 0 && minute === 0) return 'heute bis 24 Uhr'
  return `heute bis ${minute === 0 ? hour : `${hour}:${String(minute).padStart(2, '0')}`} Uhr`
}

/** 'Die Leitung Bürgerbüro ist heute bis 18 Uhr geöffnet: Wahltag.' in the order of the lines. */
export function lineNotices(
  lines: readonly NamedLine[],
  decisions: ReadonlyMap<string, LineDecision>,
  timeZone: string,
): string[] {
  return lines.flatMap(({ id, name, active }) => {
    const decision = decisions.get(id)
    if (!decision || !active) return []
    const word = decision.state === 'open' ? 'geöffnet' : 'geschlossen'
    const until = spokenUntil(decision.endsAt, timeZone)
    return [`Die Leitung ${name} ist ${until} ${word}: ${withoutStop(decision.reason)}.`]
  })
}

/** The texts as they were written; one that is for some lines only begins with their names. */
export function announcementNotices(
  announcements: readonly Announcement[],
  lines: readonly NamedLine[],
): AnnouncementNotice[] {
  const active = lines.filter((line) => line.active)
  return announcements.map(({ text, textEn, textEinfach, link, important, lineIds }) => {
    const names = lines.filter(({ id }) => lineIds.includes(id)).map(({ name }) => name)
    const isForAll = names.length === 0 || active.every(({ id }) => lineIds.includes(id))
    const start = isForAll ? '' : `${names.join(', ')}: `
    return {
      text: start + text,
      textEn: textEn && start + textEn,
      textEinfach: textEinfach && start + textEinfach,
      link,
      important,
    }
  })
}

const withoutStop = (reason: string): string => reason.replace(/[.\s]+$/, '')
