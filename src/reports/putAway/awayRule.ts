import { isSoon } from '../dueRule.ts'

interface Times {
  answeredAt: Date | null
  dueAt: Date
  remindedFor: Date | null
  putAwayUntil: Date | null
}

/** `away`: out of the list until its day. `back`: its day came, or its time is nearly over, and nobody has gone on with it since. */
export function awayOf(report: Times, now: Date): 'away' | 'back' | null {
  const { answeredAt, dueAt, putAwayUntil } = report
  if (putAwayUntil === null || answeredAt !== null) return null
  return putAwayUntil <= now || dueAt < now || isSoon(report, now) ? 'back' : 'away'
}

export interface PutAway {
  /** 'YYYY-MM-DD' */
  day: string | null
  reason: string
}

/** Further away nobody puts what a person waits for. */
const FURTHEST_YEARS = 1

/** What is wrong, by field; empty when nothing is. @param today 'YYYY-MM-DD' in the city */
export function putAwayFaults(
  { day, reason }: PutAway,
  today: string,
): Partial<Record<keyof PutAway, string>> {
  const why = reason.trim() === '' ? { reason: 'Bitte sagen Sie, warum.' } : {}
  return { ...dayFault(day, today), ...why }
}

function dayFault(day: string | null, today: string): { day?: string } {
  if (day === null) return { day: 'Bitte nennen Sie den Tag.' }
  if (day <= today) return { day: 'Bitte nennen Sie einen späteren Tag als heute.' }
  const furthest = `${Number(today.slice(0, 4)) + FURTHEST_YEARS}${today.slice(4)}`
  return day > furthest ? { day: 'Dieser Tag liegt zu weit in der Zukunft (höchstens ein Jahr).' } : {}
}
