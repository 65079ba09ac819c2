/** A set of minutes of one day, one bit each. Made by `minuteSet`, read by the functions here. */
export type MinuteSet = Uint32Array

/** An empty set for minutes 0 to `minutes` - 1. */
export function minuteSet(minutes: number): MinuteSet {
  return new Uint32Array((minutes + 31) >>> 5)
}

export function addMinute(set: MinuteSet, minute: number): void {
  const word = minute >>> 5
  set[word] = (set[word] ?? 0) | (1 << (minute & 31))
}

export function hasMinute(set: MinuteSet, minute: number): boolean {
  return minute >= 0 && ((set[minute >>> 5] ?? 0) & (1 << (minute & 31))) !== 0
}

/** Its minutes in order, those from `least` on. */
export function minutesOf(set: MinuteSet, least = 0): number[] {
  const minutes: number[] = []
  for (let word = Math.max(0, least) >>> 5; word < set.length; word += 1) {
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const minute = (word << 5) + 31 - Math.clz32(bits & -bits)
      if (minute >= least) minutes.push(minute)
    }
  }
  return minutes
}

export function countMinutes(set: MinuteSet): number {
  let count = 0
  for (let word of set) for (; word !== 0; word &= word - 1) count += 1
  return count
}
