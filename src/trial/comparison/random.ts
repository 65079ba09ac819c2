/** Numbers from 0 up to, not including, 1. */
export type Random = () => number

/**
 * Numbers that look random and are the same for the same seed, so that whoever computes a figure anew gets the same one.
 * Source: SplitMix32, the 32-bit form of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
 * @param seed any whole number; only its lower 32 bits count
 */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}
