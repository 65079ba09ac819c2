/** So many of the promises are to be kept, in the long run. */
export const TARGET = 0.95
/** What a team begins with: 95 of 100 of a normal distribution lie below mean plus 1.645 standard deviations. */
export const FIRST_THETA = 1.645
/** Between the bare mean and eight standard deviations: beyond, other things than chance are wrong. */
const [LEAST, MOST] = [0, 8]
const PACE = 0.05

/**
 * Quantile tracking, with the miss charged when the promise falls due: a broken promise makes the next offers more
 * careful, a kept one a little less. Whatever the distribution, the share of broken ones tends to `1 - TARGET`, as long as
 * `theta` is not at an end of its range.
 */
export function nextTheta(theta: number, missed: boolean): number {
  return Math.min(MOST, Math.max(LEAST, theta + PACE * ((missed ? 1 : 0) - (1 - TARGET))))
}

/**
 * The administrator's number of callbacks per hour is taken at its word until promises break: without a roster only
 * what was learnt beyond the beginning counts.
 */
export function thetaFor(theta: number, roster: boolean): number {
  return roster ? theta : Math.max(0, theta - FIRST_THETA)
}
