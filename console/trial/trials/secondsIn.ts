/** A duration as it is typed: '15' seconds, '3:20' minutes, '3:20:00' hours. NaN for anything else. */
export function secondsIn(text: string): number {
  const parts = text.trim().split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/.test(part))) return Number.NaN
  if (parts.slice(1).some((part) => Number(part) > 59)) return Number.NaN
  return parts.reduce((seconds, part) => seconds * 60 + Number(part), 0)
}

/** As it is typed: '0:15', '3:20:00'. */
export function durationOf(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
