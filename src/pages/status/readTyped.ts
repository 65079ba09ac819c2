import type { Context as HonoContext } from 'hono'

export interface Typed {
  number: string
  /** null where the form had no such field. */
  digits: string | null
}

const LONGEST = 60

/** What stands in the form that was sent; a file or a list in place of a line of text counts as empty. */
export async function readTyped(c: HonoContext): Promise<Typed> {
  const form = await c.req.parseBody()
  return { number: line(form['number']) ?? '', digits: line(form['digits']) }
}

function line(value: unknown): string | null {
  if (value === undefined) return null
  return typeof value === 'string' ? value.slice(0, LONGEST) : ''
}
