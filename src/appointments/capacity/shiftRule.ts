import { dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import type { Shift, ShiftException, ShiftPattern } from '../model.ts'

/** How many people of the shift work on a date ('YYYY-MM-DD'): an exception decides, else the pattern. */
export function peopleOn(shift: Shift, date: string, exceptions: readonly ShiftException[]): number {
  const exception = exceptions.find((one) => one.shiftId === shift.id && one.date === date)
  if (exception) return exception.people ?? 0
  return worksOn(shift.pattern, date) ? shift.people : 0
}

/** Whether the pattern names the date. Weeks are ISO weeks, counted from the one that `from` lies in. */
export function worksOn(pattern: ShiftPattern, date: string): boolean {
  if (pattern.kind === 'day') return pattern.date === date
  if (date < pattern.from || (pattern.until !== null && date > pattern.until)) return false
  const day = dayNumber(date)
  if (!pattern.weekdays.includes(isoWeekday(day))) return false
  const weeks = (mondayOf(day) - mondayOf(dayNumber(pattern.from))) / 7
  return weeks % pattern.everyWeeks === 0
}

function mondayOf(day: number): number {
  return day - (isoWeekday(day) - 1)
}

/** What is wrong with one field of a shift, as a German sentence for it. */
export interface ShiftProblem {
  readonly field: 'people' | 'closes' | 'breaks' | 'weekdays' | 'everyWeeks' | 'until' | 'date'
  readonly message: string
}

/** Everything that keeps these values from being a shift; empty when nothing does. */
export function shiftProblems(
  shift: Pick<Shift, 'people' | 'pattern' | 'opens' | 'closes' | 'breaks'>,
): ShiftProblem[] {
  const problems = patternProblems(shift.pattern)
  if (!isWhole(shift.people, 1, 50))
    problems.push({ field: 'people', message: 'Bitte geben Sie eine Zahl von 1 bis 50 ein.' })
  if (shift.closes <= shift.opens)
    problems.push({ field: 'closes', message: 'Das Ende muss nach dem Beginn liegen.' })
  else problems.push(...breakProblems(shift))
  return problems
}

function breakProblems({
  opens,
  closes,
  breaks,
}: Pick<Shift, 'opens' | 'closes' | 'breaks'>): ShiftProblem[] {
  const inOrder = breaks.toSorted((a, b) => a.from - b.from)
  const message = inOrder.some(({ from, to }) => to <= from)
    ? 'Das Ende einer Pause muss nach ihrem Beginn liegen.'
    : inOrder.some(({ from, to }) => from < opens || to > closes)
      ? 'Pausen müssen innerhalb der Dienstzeit liegen.'
      : inOrder.some(({ from }, i) => i > 0 && from < (inOrder[i - 1]?.to ?? 0))
        ? 'Zwei Pausen überschneiden sich.'
        : null
  return message === null ? [] : [{ field: 'breaks', message }]
}

function patternProblems(pattern: ShiftPattern): ShiftProblem[] {
  if (pattern.kind === 'day') return isDate(pattern.date) ? [] : [{ field: 'date', message: NO_DATE }]
  const problems: ShiftProblem[] = []
  if (!isDate(pattern.from)) problems.push({ field: 'date', message: NO_DATE })
  if (pattern.until !== null && !isDate(pattern.until)) problems.push({ field: 'until', message: NO_DATE })
  else if (pattern.until !== null && pattern.until < pattern.from)
    problems.push({ field: 'until', message: 'Der letzte Tag muss nach dem ersten liegen.' })
  if (!isWhole(pattern.everyWeeks, 1, 8))
    problems.push({ field: 'everyWeeks', message: 'Bitte geben Sie eine Zahl von 1 bis 8 ein.' })
  if (pattern.weekdays.length === 0 || !pattern.weekdays.every((day) => isWhole(day, 1, 7)))
    problems.push({ field: 'weekdays', message: 'Bitte wählen Sie mindestens einen Wochentag.' })
  return problems
}

const NO_DATE = 'Diesen Tag gibt es nicht. Bitte so eingeben: 2027-03-15.'

function isDate(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === date
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
