/** One opening in an ordinary week; times are wall clock 'HH:MM', `closes` may be '24:00'. */
export type WeekOpening = {
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly opens: string
  readonly closes: string
}

/** What is wrong with one field of one opening; `index` is its place in the list that was given. */
export type WeekProblem = { index: number; field: keyof WeekOpening; message: string }

const NAMES = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']

/** 'Montag' for 1. */
export const weekdayName = (weekday: number): string => NAMES[weekday - 1] ?? ''

/** Minutes since midnight of 'HH:MM' (00:00 to 24:00), or null when it is no such time. */
export function minuteOfDay(time: string): number | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) return null
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** Everything that keeps these openings from being a week, as German sentences for the fields; empty when none. */
export function weekProblems(week: readonly WeekOpening[]): WeekProblem[] {
  const own = week.flatMap((opening, index) => openingProblems(opening, index))
  if (own.length > 0) return own
  return week.flatMap((opening, index) => overlapProblem(week, opening, index))
}

function openingProblems(opening: WeekOpening, index: number): WeekProblem[] {
  const problems: WeekProblem[] = []
  const opens = minuteOfDay(opening.opens)
  const closes = minuteOfDay(opening.closes)
  if (NAMES[opening.weekday - 1] === undefined) {
    problems.push({
      index,
      field: 'weekday',
      message: 'Bitte wählen Sie einen Wochentag von Montag bis Sonntag.',
    })
  }
  if (opens === null) problems.push({ index, field: 'opens', message: notATime(opening.opens) })
  if (closes === null) problems.push({ index, field: 'closes', message: notATime(opening.closes) })
  if (opens !== null && closes !== null && closes <= opens) {
    problems.push({
      index,
      field: 'closes',
      message: `Das Ende muss nach dem Beginn um ${opening.opens} Uhr liegen.`,
    })
  }
  return problems
}

function notATime(text: string): string {
  if (text.trim() === '') return 'Bitte geben Sie eine Uhrzeit ein, zum Beispiel 08:00.'
  return `„${text}“ ist keine Uhrzeit. Bitte so eingeben: 08:00.`
}

function overlapProblem(week: readonly WeekOpening[], opening: WeekOpening, index: number): WeekProblem[] {
  // 'HH:MM' sorts like the time it means. Only the later entry of a pair is told.
  const other = week
    .slice(0, index)
    .find((o) => o.weekday === opening.weekday && o.opens < opening.closes && opening.opens < o.closes)
  if (!other) return []
  const when = `${NAMES[other.weekday - 1]}, ${other.opens} bis ${other.closes} Uhr`
  return [{ index, field: 'opens', message: `Diese Zeit überschneidet sich mit ${when}.` }]
}
