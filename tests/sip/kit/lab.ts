import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AriConfig } from '../../../src/config.ts'
import { root } from '../../../src/root.ts'
import { createRequests } from '../../../src/telephony/asterisk/ari/client.ts'
import { emptyLines, readJournal } from '../../../src/telephony/asterisk/fallback/journal.ts'
import { unlessMovedOn } from '../../../src/telephony/asterisk/movedOn.ts'

/** The phone lab that is up; its `lab.env` is in the environment (`scripts/test.mjs` sees to that). */
export function readLab(): Lab {
  const value = (name: string): string => {
    const given = process.env[name]
    if (!given) throw new Error(`${name} is not set: start scripts/phone-lab.sh and export its lab.env`)
    return given
  }
  return {
    asterisk: Number(value('LAB_ASTERISK')),
    sip: value('LAB_SIP'),
    caller: value('LAB_CALLER'),
    callee: value('LAB_CALLEE'),
    ari: {
      url: value('ARI_URL'),
      user: value('ARI_USER'),
      password: value('ARI_PASSWORD'),
      app: 'freizeichen',
      city: null,
      mediaUrl: null,
    },
  }
}

export interface Lab {
  /** Major version: 22, or 16 where that could not be installed. */
  asterisk: number
  sip: string
  caller: string
  callee: string
  ari: AriConfig
}

/**
 * Takes away what earlier tests left in this Asterisk: callers would be served first, their bridges be counted, and the
 * dialplan's journal be taken over by the next application.
 */
export async function clearLab({ ari }: Lab): Promise<void> {
  const { request } = createRequests(ari)
  for (const { id } of await request('GET /channels'))
    await unlessMovedOn(request('DELETE /channels/{channelId}', { channelId: id }))
  for (const { id } of await request('GET /bridges'))
    await unlessMovedOn(request('DELETE /bridges/{bridgeId}', { bridgeId: id }))
  await emptyLines({ request }, await readJournal({ request }), [])
}

const scenarios = join(root, 'tests/sip/scenarios')
let port = 5080

/** A SIPp process; `ended` is its exit code. */
export interface Sipp {
  ended: Promise<number | null>
  /** Lets a conversation end by itself, because a killed caller says no good-bye; then stops the process. */
  stop(): Promise<void>
}

const LONGEST_TALK_MS = 6_000

/** A citizen calls `number` and talks for `talkMs` unless the far side hangs up first. */
export function callLine(lab: Lab, number: string, from: string, talkMs: number): Sipp {
  port += 2
  const ip = lab.caller
  const where = ['-sf', 'caller.xml', '-i', ip, '-mi', ip, '-p', String(port), '-s', number]
  const how = ['-key', 'from', from, '-set', 'talk', String(talkMs), '-m', '1', '-l', '1']
  return sipp([lab.sip, ...where, ...how])
}

/** Somebody who can be called: rings a second, talks until we hang up. */
/** How a citizen's telephone behaves; `callee-none`: there is no such number. */
export type Callee = 'callee' | 'callee-busy' | 'callee-silent' | 'callee-none'

export function awaitCallee(lab: Lab, scenario: Callee = 'callee'): Sipp {
  const [ip = '', calleePort = ''] = lab.callee.split(':')
  const talk = scenario === 'callee' ? ['-set', 'ring', '1000', '-set', 'talk', '0'] : []
  return sipp(['-sf', `${scenario}.xml`, '-i', ip, '-mi', ip, '-p', calleePort, '-m', '1', ...talk])
}

let control = 20_000 + (process.pid % 400) * 100

/** SIPp looks for a free port to be steered by among sixty only: with many of them on a machine each needs its own. */
export const ownControlPort = (): string[] => ['-cp', String((control += 1))]

function sipp(args: readonly string[]): Sipp {
  const child: ChildProcess = spawn('sipp', [...args, ...ownControlPort(), '-nostdin'], {
    cwd: scenarios,
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  async function stop(): Promise<void> {
    await Promise.race([ended, sleep(LONGEST_TALK_MS)])
    child.kill('SIGKILL')
  }
  return { ended, stop }
}
