import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../../../src/root.ts'
import type { Lab } from './lab.ts'

/** Citizens who call one after the other and stay until somebody else ends the call. */
export interface Crowd {
  /** SIPp's exit code, once all of them are gone. */
  ended: Promise<number | null>
  stop(): void
}

const PER_SECOND = 10
let port = 5400
/** Numbers of one crowd begin alike; a test may have several. */
let prefix = 100

export function crowdCalls(lab: Lab, number: string, size: number): Crowd {
  port += 2
  prefix += 1
  const ip = lab.caller
  const where = [lab.sip, '-sf', 'crowd.xml', '-i', ip, '-mi', ip, '-p', String(port), '-s', number]
  const who = ['-key', 'from', `+49171${prefix}`, '-cid_str', `crowd${prefix}-%u-%p`]
  const how = ['-m', String(size), '-l', String(size), '-r', String(PER_SECOND), '-nostdin']
  const child = spawn('sipp', [...where, ...who, ...how], {
    cwd: join(root, 'tests/sip/scenarios'),
    stdio: 'ignore',
  })
  const ended = once(child, 'exit').then(([code]): number | null => code)
  return { ended, stop: () => void child.kill('SIGKILL') }
}
