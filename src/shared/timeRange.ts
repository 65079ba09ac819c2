/** A moment: epoch milliseconds or a Date. Functions here take both and answer epoch milliseconds. */
export type Instant = number | Date

/** Half-open: `start` belongs to it, `end` does not. Both in epoch milliseconds, start <= end. */
export type TimeRange = { readonly start: number; readonly end: number }

/** Epoch milliseconds of an instant. RangeError for an invalid Date or a number that is not finite. */
export function toEpochMs(at: Instant): number {
  const ms = typeof at === 'number' ? at : at.getTime()
  if (!Number.isFinite(ms)) throw new RangeError('an instant must be a valid date or a finite number of ms')
  return ms
}

/** The range [start, end). RangeError when it would end before it starts. */
export function timeRange(start: Instant, end: Instant): TimeRange {
  const range = { start: toEpochMs(start), end: toEpochMs(end) }
  if (range.end < range.start) throw new RangeError('a time range must not end before it starts')
  return range
}

/** Whether the two share a moment; ranges that only touch do not, and an empty range overlaps nothing. */
export function overlaps(a: TimeRange, b: TimeRange): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end)
}

/** Whether the moment lies in the range; its end does not. */
export function contains(range: TimeRange, at: Instant): boolean {
  const ms = toEpochMs(at)
  return range.start <= ms && ms < range.end
}

export function durationMs(range: TimeRange): number {
  return range.end - range.start
}
