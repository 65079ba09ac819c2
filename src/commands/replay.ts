import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { compareDays } from '../trial/index.ts'
import { withPlatform } from './withPlatform.ts'

/**
 * `freizeichen replay [--day JJJJ-MM-TT] [--city KENNUNG]`: compares the figures from events with those from tables.
 * @returns whether they are equal on every day
 */
export function replay(
  config: Config,
  args: readonly string[],
  print: (line: string) => void,
): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { day: { type: 'string' }, city: { type: 'string' } },
  })
  return withPlatform({ ...config, logLevel: 'silent' }, ({ db }) => compareDays(db, values, print))
}
