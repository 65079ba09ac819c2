/** How busy this process is. */
export interface Load {
  /** By how much timers come late, on average of the last moments, in milliseconds. */
  readonly delayMs: number
  /** Requests begun and not yet answered. */
  readonly inFlight: number
}

/** Whether to turn newcomers away. Once begun it goes on until half of the limit, so that it does not flicker. */
export function isOverloaded(before: boolean, load: Load, limit: Load): boolean {
  const part = before ? 0.5 : 1
  return load.delayMs > limit.delayMs * part || load.inFlight > limit.inFlight * part
}
