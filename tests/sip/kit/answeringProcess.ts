import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../../../src/root.ts'
import type { Lab } from './lab.ts'

/** A process of its own that answers calls, for tests that kill it; it has the telephone already. */
export async function startAnsweringProcess({ ari }: Lab, databaseUrl: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'tests/sip/kit/telephoneProcess.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
      ARI_URL: ari.url,
      ARI_USER: ari.user,
      ARI_PASSWORD: ari.password,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
