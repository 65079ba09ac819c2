import type { Context as HonoContext } from 'hono'
import { requireSameOrigin } from '../platform/http/mount.ts'
import { Problem } from '../platform/problems.ts'

const LONGEST = 1000

/**
 * The lines of text of a form that was sent from one of our own pages; anything else in it counts as empty.
 * @throws Problem 400, 403 from another site's page
 */
export async function readForm(c: HonoContext): Promise<(name: string) => string> {
  requireSameOrigin(c)
  const form = await c.req.parseBody().catch(unreadable)
  return (name) => {
    const value = form[name]
    // PostgreSQL stores no zero bytes, and nobody types one.
    return typeof value === 'string' ? value.slice(0, LONGEST).replaceAll('\0', '') : ''
  }
}

/** A broken multipart body; a refusal of our own (too large) stays what it is. */
function unreadable(cause: unknown): never {
  if (!(cause instanceof TypeError)) throw cause
  const sentence = 'Das Formular ist unleserlich angekommen. Bitte senden Sie es noch einmal ab.'
  throw new Problem(400, 'unreadable', sentence, {}, { cause })
}
