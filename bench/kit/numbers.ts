/** The value that `share` (0 to 1) of the sorted values do not exceed (nearest rank). NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Milliseconds as people read them: µs below one, s from ten thousand. */
export function ms(value: number): string {
  if (value < 1) return `${(value * 1000).toFixed(value < 0.1 ? 1 : 0)} µs`
  return value < 10_000 ? `${value.toFixed(value < 10 ? 2 : 0)} ms` : `${(value / 1000).toFixed(1)} s`
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en')

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`

/** Milliseconds that `work` takes, one time per run. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
