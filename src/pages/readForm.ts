import type { Context as HonoContext } from 'hono'
import { requireSameOrigin } from '../platform/http/mount.ts'
import { Problem } from '../platform/problems.ts'

const LONGEST = 1000

/** What a form sent, by field. */
export interface Form {
  /** The first value; '' for none. */
  one(name: string): string
  all(name: string): string[]
  /** Those that were chosen; an empty field sends one without a name. */
  files(name: string): File[]
}

/**
 * The lines of text of a form that was sent from one of our own pages; anything else in it counts as empty.
 * @throws Problem 400, 403 from another site's page
 */
export async function readForm(c: HonoContext): Promise<(name: string) => string> {
  return (await readFields(c, LONGEST)).one
}

/** The same with several values of a field. @param longest signs of one value; the rest is cut off */
export async function readFields(c: HonoContext, longest: number): Promise<Form> {
  requireSameOrigin(c)
  const form = await c.req.parseBody({ all: true }).catch(unreadable)
  const all = (name: string): string[] =>
    [form[name] ?? []]
      .flat()
      // PostgreSQL stores no zero bytes, and nobody types one.
      .flatMap((value) => (typeof value === 'string' ? [value.slice(0, longest).replaceAll('\0', '')] : []))
  const files = (name: string): File[] =>
    [form[name] ?? []]
      .flat()
      .flatMap((value) => (value instanceof File && (value.name !== '' || value.size > 0) ? [value] : []))
  return { one: (name) => all(name)[0] ?? '', all, files }
}

/** A broken multipart body; a refusal of our own (too large) stays what it is. */
function unreadable(cause: unknown): never {
  if (!(cause instanceof TypeError)) throw cause
  const sentence = 'Das Formular ist unleserlich angekommen. Bitte senden Sie es noch einmal ab.'
  throw new Problem(400, 'unreadable', sentence, {}, { cause })
}
