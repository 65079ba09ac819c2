import pino, { type Logger } from 'pino'

export type Log = Logger

/** JSON lines on standard output. No personal data belongs here: log ids, never numbers, names or notes. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
