import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../../src/root.ts'
import type { Lab } from './lab.ts'

/** The Asterisk of the lab that all tests share dies as in a power cut. */
export const cutPower = (lab: Lab): Promise<void> => tellLab('kill', settingsOf(lab))

/** It starts again and answers when this returns; it must be there for the tests that follow. */
export const restorePower = (lab: Lab): Promise<void> => tellLab('up', settingsOf(lab))

/** @param env variables of `scripts/phone-lab.sh` */
export async function tellLab(verb: 'kill' | 'up', env: NodeJS.ProcessEnv): Promise<void> {
  await promisify(execFile)(join(root, 'scripts/phone-lab.sh'), [verb], { env })
}

/** The lab whose settings this test was given. */
function settingsOf(lab: Lab): NodeJS.ProcessEnv {
  const [LAB_SIP_ADDRESS = '', LAB_SIP_PORT = ''] = lab.sip.split(':')
  const { hostname: LAB_HTTP_ADDRESS, port: LAB_HTTP_PORT } = new URL(lab.ari.url)
  const addresses = { LAB_SIP_ADDRESS, LAB_SIP_PORT, LAB_HTTP_ADDRESS, LAB_HTTP_PORT }
  return { ...addresses, LAB_CALLER: lab.caller, LAB_CALLEE: lab.callee, ...process.env }
}
