import type { Stage } from './alarmModel.ts'
import type { Load } from './alarmRule.ts'

export type Why = Extract<Stage, 'nobody' | 'too-much' | 'four-fifths' | 'half'>

export const WHY_TEXTS: Readonly<Record<Why, string>> = {
  nobody: 'niemand im Dienst',
  'too-much': 'wird voraussichtlich zu spät',
  'four-fifths': 'vier Fünftel der Zeit vorbei',
  half: 'halbe Zeit vorbei',
}

/** "Heute reicht es nicht: 14 Zusagen, Zeit für 9."; null while it does. */
export function loadText({ promises, fits, tooMuch }: Load): string | null {
  if (!tooMuch) return null
  const owed = promises === 1 ? '1 Zusage' : `${promises} Zusagen`
  return `Heute reicht es nicht: ${owed}, Zeit für ${fits === 0 ? 'keine' : fits}.`
}

/** "30 Zusagen liegen in Stunden, in denen niemand Dienst hat (Personalversammlung). Die erste: heute 14–15 Uhr." */
export function nobodyText(count: number, first: string, closedBecause: string | null): string {
  const because = closedBecause ? ` (${closedBecause})` : ''
  if (count === 1) return `1 Zusage liegt in einer Stunde, in der niemand Dienst hat${because}: ${first}.`
  return `${count} Zusagen liegen in Stunden, in denen niemand Dienst hat${because}. Die erste: ${first}.`
}

/** What was done about a promise so far; null when nothing was. */
export function doneText(stages: ReadonlySet<Stage>): string | null {
  const done = [
    ...(stages.has('asked-later') ? ['um ein späteres Zeitfenster gebeten'] : []),
    ...(stages.has('late-told') ? ['Verspätung gemeldet'] : []),
  ]
  return done.length === 0 ? null : done.join(', ')
}
