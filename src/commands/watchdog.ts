import { parseArgs } from 'node:util'
import { ConfigError, type Config } from '../config.ts'
import { createLog } from '../platform/log.ts'
import { startWatchdog, type Watchdog } from '../telephony/index.ts'

/** A standby takes over within five seconds; callers are not to be moved for that. */
const USUAL_AFTER_S = 8
const USUAL_EVERY_S = 1

/**
 * `freizeichen watchdog [--after SEKUNDEN] [--every SEKUNDEN]`: watches Asterisk beside the program, without a database.
 * @throws ConfigError when there is no telephone system to watch, or a number makes no sense
 */
export function watchdog(config: Pick<Config, 'ari' | 'logLevel'>, args: readonly string[]): Watchdog {
  const { values } = parseArgs({
    args: [...args],
    options: { after: { type: 'string' }, every: { type: 'string' } },
  })
  if (!config.ari) throw new ConfigError('Der Wächter braucht ARI_URL, ARI_USER und ARI_PASSWORD.')
  return startWatchdog({
    ari: config.ari,
    afterMs: seconds('--after', values.after, USUAL_AFTER_S),
    everyMs: seconds('--every', values.every, USUAL_EVERY_S),
    log: createLog(config.logLevel),
  })
}

function seconds(name: string, given: string | undefined, usual: number): number {
  if (given === undefined) return usual * 1000
  const number = /^\d{1,3}(\.\d{1,3})?$/.test(given) ? Number(given) : 0
  if (number < 0.2) throw new ConfigError(`${name} braucht eine Zahl von Sekunden, mindestens 0.2.`)
  return number * 1000
}
