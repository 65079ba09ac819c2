import { spawn, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../../../src/root.ts'
import { ownControlPort, type Lab } from './lab.ts'

/** A citizen on the line (a SIPp process with sound) until the test lets go. */
export interface Citizen {
  /** SIPp's exit code. */
  ended: Promise<number | null>
  /** Says good-bye now, unless the call is over already. */
  hangUp(): Promise<void>
}

/** Only so that a test that hangs leaves nobody in the line. */
const LONGEST_TALK_S = 120
let port = 5180

/** A citizen calls `number` and talks. */
export function citizenCalls(lab: Lab, number: string, from: string): Citizen {
  port += 2
  const ip = lab.caller
  const own = port
  const where = [lab.sip, '-sf', 'caller.xml', '-i', ip, '-mi', ip, '-p', String(own), '-s', number]
  const who = ['-key', 'from', from, '-cid_str', 'caller-%p', '-set', 'talk', '0']
  const oneCall = ['-m', '1', '-l', '1', '-timeout', `${LONGEST_TALK_S}s`, ...ownControlPort(), '-nostdin']
  const child = spawn('sipp', [...where, ...who, ...oneCall], {
    cwd: join(root, 'tests/sip/scenarios'),
    stdio: 'ignore',
  })
  const ended = once(child, 'exit').then(([code]): number | null => code)
  return {
    ended,
    async hangUp() {
      if (child.exitCode === null) await askToHangUp(child, ip, own)
      await ended
    },
  }
}

/** The scenario takes an INFO within its call as this request; nobody else sends one. */
async function askToHangUp({ pid }: ChildProcess, ip: string, port: number): Promise<void> {
  const socket = createSocket('udp4')
  socket.bind(0, ip)
  await once(socket, 'listening')
  const request = [
    `INFO sip:caller@${ip}:${port} SIP/2.0`,
    `Via: SIP/2.0/UDP ${ip}:${socket.address().port};branch=z9hG4bK-${pid}`,
    `From: <sip:test@${ip}>`,
    `To: <sip:caller@${ip}>`,
    `Call-ID: caller-${pid}`,
    'CSeq: 1 INFO',
    'Content-Length: 0',
  ].join('\r\n')
  await new Promise<void>((resolve) => socket.send(`${request}\r\n\r\n`, port, ip, () => resolve()))
  socket.close()
}
