/**
 * Student's t: the share of the distribution below `t`.
 * Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.7.1 with 26.5.8 (the incomplete beta function).
 * @param df degrees of freedom, above 0, not necessarily whole
 */
export function studentBelow(t: number, df: number): number {
  const tail = 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5)
  return t > 0 ? 1 - tail : tail
}

/** The `t` below which a share of Student's distribution lies. @param share above 0 and below 1 */
export function studentQuantile(share: number, df: number): number {
  if (share < 0.5) return -studentQuantile(1 - share, df)
  let [low, high] = [0, 1]
  while (studentBelow(high, df) < share) high *= 2
  for (let step = 0; step < 80 && high - low > 1e-12 * high; step += 1) {
    const middle = (low + high) / 2
    if (studentBelow(middle, df) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  // The fraction converges fast on this side of the mean only.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** The continued fraction 26.5.8 by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let c = 1
  let fraction = d
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return fraction
}

/** Lanczos' approximation (g = 7, n = 9), exact to about 15 digits for x above 0. */
function logGamma(x: number): number {
  const [first = 0, ...rest] = LANCZOS
  const shifted = x - 1
  const sum = rest.reduce((total, one, index) => total + one / (shifted + index + 1), first)
  const t = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
