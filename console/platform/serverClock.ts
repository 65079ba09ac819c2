/** Below this the two clocks count as equal: the server tells whole seconds, and the way takes time. */
const TOLERANCE_MS = 2000

let offsetMs = 0

/** Notes how far this computer's clock is from the server's; called with each answer. */
export function noteServerTime(response: Response, receivedAt: number): void {
  const told = Date.parse(response.headers.get('date') ?? '')
  if (Number.isNaN(told)) return
  const offset = told + 500 - receivedAt
  offsetMs = Math.abs(offset) < TOLERANCE_MS ? 0 : offset
}

/** Now by the server's clock, as far as known; running times of calls are counted in it. */
export function serverNow(): number {
  return Date.now() + offsetMs
}
