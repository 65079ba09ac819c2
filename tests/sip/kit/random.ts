/** Numbers from 0 to 1 that can be had again: the seed is printed, and `SEED` sets it. */
export function random(): () => number {
  let state = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  process.stdout.write(`SEED=${state}\n`)
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
