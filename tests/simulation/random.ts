/** Numbers from 0 to 1 that are the same on every run. */
export type Random = () => number

/** mulberry32: small, and good enough for who calls when. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Lognormal with this mean and coefficient of variation (Box and Muller). */
export function lognormal(random: Random, mean: number, cv: number): number {
  const variance = Math.log(1 + cv ** 2)
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return mean * Math.exp(Math.sqrt(variance) * normal - variance / 2)
}

/** Exponential with this mean. */
export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random())

/** Chooses by weight. */
export function weighted<T>(random: Random, choices: readonly { weight: number; value: T }[]): T {
  const sum = choices.reduce((total, { weight }) => total + weight, 0)
  let left = random() * sum
  for (const { weight, value } of choices) {
    left -= weight
    if (left < 0) return value
  }
  throw new RangeError('nothing to choose from')
}
