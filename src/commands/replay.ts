import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { compareDays, compareTrial } from '../trial/index.ts'
import { withPlatform } from './withPlatform.ts'

/**
 * `freizeichen replay [--day JJJJ-MM-TT] [--city KENNUNG]`: compares the figures from events with those from tables.
 * `freizeichen replay --trial ID`: works the result of a trial out anew and compares it with the kept one.
 * @returns whether everything is equal
 */
export function replay(
  config: Config,
  args: readonly string[],
  print: (line: string) => void,
): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { day: { type: 'string' }, city: { type: 'string' }, trial: { type: 'string' } },
  })
  const { trial, ...days } = values
  return withPlatform({ ...config, logLevel: 'silent' }, ({ db }) =>
    trial === undefined ? compareDays(db, days, print) : compareTrial(db, trial, print),
  )
}
