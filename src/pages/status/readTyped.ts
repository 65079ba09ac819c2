import type { Context as HonoContext } from 'hono'
import { Problem } from '../../platform/problems.ts'

export interface Typed {
  number: string
  /** null where the form had no such field. */
  digits: string | null
}

const LONGEST = 60

/** What stands in the form that was sent; a file or a list in place of a line of text counts as empty. */
export async function readTyped(c: HonoContext): Promise<Typed> {
  const form = await c.req.parseBody().catch(unreadable)
  return { number: line(form['number']) ?? '', digits: line(form['digits']) }
}

/** A broken multipart body; a refusal of our own (too large) stays what it is. */
function unreadable(cause: unknown): never {
  if (!(cause instanceof TypeError)) throw cause
  const sentence = 'Das Formular ist unleserlich angekommen. Bitte senden Sie es noch einmal ab.'
  throw new Problem(400, 'unreadable', sentence, {}, { cause })
}

function line(value: unknown): string | null {
  if (value === undefined) return null
  return typeof value === 'string' ? value.slice(0, LONGEST) : ''
}
