/** 'HH:MM' of minutes since midnight, the reverse of `minuteOfDay`; 1440 is '24:00'. */
export function clockTime(minute: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
