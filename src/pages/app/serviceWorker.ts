import { createHash } from 'node:crypto'
import { Problem } from '../../platform/problems.ts'
import type { Visit } from '../visit.ts'

/**
 * `GET /sw.js`: the script that answers for the reporting pages where there is no net. It stands at the root, because from there
 * its scope may be `/meld`. Its text changes with every file that it keeps, and browsers compare it at each visit: so a new
 * version of the pages takes the place of the old one by itself.
 */
export async function showServiceWorker({ c, frame }: Visit): Promise<Response> {
  const { scripts, shell } = frame.assets
  if (!scripts.worker) throw new Problem(404, 'not-found', 'Die Seiten sind nicht gebaut.')
  const version = createHash('sha256')
    .update(JSON.stringify([scripts.worker, shell]))
    .digest('hex')
    .slice(0, 12)
  const text = `import ${JSON.stringify(scripts.worker)}\nself.shell = ${JSON.stringify({ version, files: shell })}\n`
  c.header('Cache-Control', 'no-cache')
  return c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8' })
}
