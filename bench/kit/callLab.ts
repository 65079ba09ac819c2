import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sendRequest, type Access } from '../../src/telephony/asterisk/ari/request.ts'
import { root } from './built.ts'

const NAME = 'bench'
/** Loopback addresses and ports that no other lab uses. */
const places = {
  FREIZEICHEN_LAB_NAME: NAME,
  LAB_SIP_ADDRESS: '127.0.37.1',
  LAB_SIP_PORT: '5060',
  LAB_HTTP_ADDRESS: '127.0.37.1',
  LAB_HTTP_PORT: '8088',
  LAB_RTP_START: '13200',
  LAB_RTP_END: '14999',
  LAB_CALLER: '127.0.37.2',
  LAB_CALLEE: '127.0.37.2:5070',
  // The agents' telephones speak to Asterisk too.
  INNER_ADDRESSES: '127.0.0.1,127.0.37.3',
  LAB_EXTRA: join(root, 'bench/asterisk'),
}

/** Asterisk with our configuration and, beside it, its own queue. */
export interface CallLab {
  access: Access
  sip: string
  callerIp: string
  /** Agents' telephones, and the socket that hears for them. */
  agentIp: string
  agentPort: number
  pid: number
  /** One command of Asterisk's console. */
  cli(command: string): string
  down(): void
}

export function startCallLab(): CallLab {
  const env = { ...process.env, ...places }
  const script = join(root, 'scripts/phone-lab.sh')
  const lab = (...args: string[]) => execFileSync(script, args, { env, encoding: 'utf8' })
  lab('restart')
  process.once('exit', () => lab('down'))
  const envFile = /env=(\S+)/.exec(lab('status'))?.[1] ?? ''
  const values = new Map(
    readFileSync(envFile, 'utf8')
      .split('\n')
      .map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]),
  )
  return {
    access: {
      url: values.get('ARI_URL') ?? '',
      user: values.get('ARI_USER') ?? '',
      password: values.get('ARI_PASSWORD') ?? '',
    },
    sip: `${places.LAB_SIP_ADDRESS}:${places.LAB_SIP_PORT}`,
    callerIp: places.LAB_CALLER,
    agentIp: '127.0.37.3',
    agentPort: 5090,
    pid: Number(readFileSync(join(dirname(envFile), `${NAME}.pid`), 'utf8')),
    cli: (command) => lab('cli', command),
    down: () => void lab('down'),
  }
}

/**
 * The agents' telephones: the names that our softphones have, but at a fixed address over UDP, so that hundreds of them
 * fit into one SIPp process.
 */
export async function addTelephones(lab: CallLab, names: readonly string[]): Promise<void> {
  const put = (objectType: string, id: string, fields: Record<string, string>) =>
    sendRequest(lab.access, 'PUT /asterisk/config/dynamic/{configClass}/{objectType}/{id}', {
      configClass: 'res_pjsip',
      objectType,
      id,
      json: { fields: Object.entries(fields).map(([attribute, value]) => ({ attribute, value })) },
    })
  for (const id of names) {
    await put('aor', id, { contact: `sip:${id}@${lab.agentIp}:${lab.agentPort}` })
    await put('endpoint', id, {
      transport: 'transport-udp',
      context: 'from-softphone',
      aors: id,
      disallow: 'all',
      allow: 'alaw',
      direct_media: 'no',
      language: 'de',
    })
  }
}

/** What is left in Asterisk: channels and bridges. */
export async function leftBehind({ access }: CallLab): Promise<{ channels: number; bridges: number }> {
  const count = async (operation: string) => {
    const list = await sendRequest(access, operation, {})
    return Array.isArray(list) ? list.length : Number.NaN
  }
  return { channels: await count('GET /channels'), bridges: await count('GET /bridges') }
}
