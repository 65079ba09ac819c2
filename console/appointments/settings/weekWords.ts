import { WEEKDAYS } from './shiftWords.ts'

/** 'Mo, 23.11.' */
export function dayInWords(date: string): string {
  const day = new Date(`${date}T12:00:00Z`)
  const name = WEEKDAYS[(day.getUTCDay() + 6) % 7] ?? ''
  return `${name.slice(0, 2)}, ${day.getUTCDate()}.${day.getUTCMonth() + 1}.`
}
