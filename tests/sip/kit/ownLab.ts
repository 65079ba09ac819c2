import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../src/root.ts'
import type { Lab } from './lab.ts'
import { tellLab } from './power.ts'

/** What `scripts/phone-lab.sh` is told about one Asterisk. */
export interface LabSettings {
  name: string
  /** Its own loopback address. */
  own: string
  /** Where calls go to, and the only address from which they come. */
  callee: string
  /** First of a hundred ports. */
  rtp: number
  /** Further variables of the script. */
  more?: Readonly<Record<string, string>>
}

export interface OwnLab extends Lab {
  /** Asterisk dies. */
  cutPower(): Promise<void>
  restorePower(): Promise<void>
  down(): void
}

/** A telephone system for one test file, beside the lab that all share. */
export function startOwnLab({ name, own, callee, rtp, more = {} }: LabSettings): OwnLab {
  const [caller = ''] = callee.split(':')
  const env = {
    ...process.env,
    FREIZEICHEN_LAB_NAME: name,
    LAB_SIP_ADDRESS: own,
    LAB_SIP_PORT: '5060',
    LAB_HTTP_ADDRESS: own,
    LAB_HTTP_PORT: '8088',
    LAB_RTP_START: String(rtp),
    LAB_RTP_END: String(rtp + 99),
    LAB_CALLER: caller,
    LAB_CALLEE: callee,
    ...more,
  }
  const script = join(root, 'scripts/phone-lab.sh')
  const lab = (command: string) => execFileSync(script, [command], { env, encoding: 'utf8' })
  lab('restart')
  const file = readFileSync(/env=(\S+)/.exec(lab('status'))?.[1] ?? '', 'utf8')
  const value = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(file)?.[1] ?? ''
  const access = { url: value('ARI_URL'), user: value('ARI_USER'), password: value('ARI_PASSWORD') }
  return {
    asterisk: Number(value('LAB_ASTERISK')),
    sip: value('LAB_SIP'),
    caller,
    callee,
    ari: { ...access, app: 'freizeichen', city: null, mediaUrl: null },
    cutPower: () => tellLab('kill', env),
    restorePower: () => tellLab('up', env),
    down: () => void lab('down'),
  }
}
