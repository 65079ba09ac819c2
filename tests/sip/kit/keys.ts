import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../../../src/root.ts'
import type { Lab } from './lab.ts'

/** A citizen with a keypad (a SIPp process) until the test lets go. */
export interface KeyCaller {
  /** SIPp's exit code; 0 when somebody said good-bye. */
  ended: Promise<number | null>
  isOver(): boolean
  /** Presses these keys, one after the other. */
  press(keys: string): Promise<void>
  /** Speaks for two seconds. */
  speak(): Promise<void>
  hangUp(): Promise<void>
}

/** Only so that a test that hangs leaves nobody in the line. */
const LONGEST_S = 170
let port = 5300

/** A citizen calls `number`, listens, and presses what the test says. */
export function callsWithKeys(lab: Lab, number: string, from: string): KeyCaller {
  // SIPp takes this one, and two pairs for media.
  port += 10
  const ip = lab.caller
  const own = port
  const where = [lab.sip, '-sf', 'caller-keys.xml', '-i', ip, '-mi', ip, '-p', String(own), '-s', number]
  const who = ['-mp', String(own + 2), '-key', 'from', from, '-cid_str', 'keys-%p']
  const child = spawn(
    'sipp',
    [...where, ...who, '-m', '1', '-l', '1', '-timeout', `${LONGEST_S}s`, '-nostdin'],
    {
      cwd: join(root, 'tests/sip/scenarios'),
      stdio: 'ignore',
    },
  )
  const ended = once(child, 'exit').then(([code]): number | null => code)
  const tell = (keys: string) => sendKeys({ ip, port: own, callId: `keys-${child.pid}` }, keys)
  return {
    ended,
    isOver: () => child.exitCode !== null,
    press: tell,
    speak: () => tell('v'),
    async hangUp() {
      if (child.exitCode === null) await tell('h')
      await ended
    },
  }
}

let sequence = 0

async function sendKeys(to: { ip: string; port: number; callId: string }, keys: string): Promise<void> {
  sequence += 1
  const socket = createSocket('udp4')
  socket.bind(0, to.ip)
  await once(socket, 'listening')
  const request = [
    `INFO sip:caller@${to.ip}:${to.port} SIP/2.0`,
    `Via: SIP/2.0/UDP ${to.ip}:${socket.address().port};branch=z9hG4bK-${to.callId}-${sequence}`,
    `From: <sip:test@${to.ip}>`,
    `To: <sip:caller@${to.ip}>`,
    `Call-ID: ${to.callId}`,
    `CSeq: ${sequence} INFO`,
    `X-Keys: ${keys}`,
    'Content-Length: 0',
  ].join('\r\n')
  await new Promise<void>((resolve) => socket.send(`${request}\r\n\r\n`, to.port, to.ip, () => resolve()))
  socket.close()
}
