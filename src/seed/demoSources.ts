import { generateKeyPairSync } from 'node:crypto'
import type { StaffContext } from '../platform/context.ts'
import {
  changeCtiSource,
  createCtiSource,
  ctiPath,
  listCtiSources,
  renewCtiToken,
} from '../telephony/cti/index.ts'
import { demoSources } from './demoCity.ts'
import type { DemoFile } from './demoFile.ts'

type Sources = DemoFile['cti']

/** The demo's telephone systems; whoever has `demo.json` can send events as they would. */
export async function createSources(admin: StaffContext): Promise<Sources> {
  const sources: Sources = []
  for (const { kind, name } of demoSources) {
    const { publicKey, ...secret } = keysFor(kind)
    const { token } = await createCtiSource(admin, { kind, name, publicKey, signatureRequired: false })
    sources.push({ kind, name, token, path: ctiPath(kind, token), ...secret })
  }
  return sources
}

/** New tokens and keys for those of the demo's telephone systems that are still there. */
export async function renewSources(admin: StaffContext): Promise<Sources> {
  const sources: Sources = []
  const known = await listCtiSources(admin)
  for (const { name } of demoSources) {
    const source = known.find((candidate) => candidate.name === name)
    if (!source) continue
    const { id, kind, signatureRequired, active } = source
    const { publicKey, ...secret } = keysFor(kind)
    await changeCtiSource(admin, id, { kind, name, publicKey, signatureRequired, active })
    const { token } = await renewCtiToken(admin, id)
    sources.push({ kind, name, token, path: ctiPath(kind, token), ...secret })
  }
  return sources
}

/** sipgate.io signs its pushes with RSA; the demo has the other half of the key too. */
function keysFor(kind: 'generic' | 'sipgate'): { publicKey: string | null; privateKey?: string } {
  if (kind === 'generic') return { publicKey: null }
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}
