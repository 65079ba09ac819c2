import { randomBytes } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'

// What the browser keeps while somebody fills in the pages below /rueckruf, and afterwards the number they were given: two
// cookies that no script reads and that are sent to these pages only. Until the last button nothing of it is stored here.

const PATH = '/rueckruf'
const DRAFT = 'rueckruf'
const DONE = 'rueckruf-fertig'
const KEPT_SECONDS = 30 * 60
/** Browsers keep no longer ones. */
const LONGEST_COOKIE = 3_800

const draftShape = z.object({
  /** Made with the first answer: the same request sent twice is one. */
  key: z.string().max(60).default(''),
  reason: z.string().max(700).default(''),
  phone: z.string().max(60).default(''),
  name: z.string().max(200).default(''),
  email: z.string().max(300).default(''),
  /** Epoch ms; null until a window is chosen. */
  start: z.int().nullable().default(null),
  end: z.int().nullable().default(null),
})
export type Draft = z.infer<typeof draftShape>

/** What somebody was given. */
const doneShape = z.object({
  number: z.string().max(20),
  phone: z.string().max(20),
  start: z.int(),
  end: z.int(),
})
export type Done = z.infer<typeof doneShape>

export const emptyDraft = (): Draft => draftShape.parse({})
/** Nobody guesses it. */
export const newKey = (): string => randomBytes(16).toString('base64url')

export const readDraft = (c: HonoContext): Draft => read(c, DRAFT, draftShape) ?? emptyDraft()
export const readDone = (c: HonoContext): Done | null => read(c, DONE, doneShape)

/** @returns the draft as it is kept, with its key */
export function keepDraft(c: HonoContext, tls: boolean, draft: Draft): Draft {
  const kept = draft.key === '' ? { ...draft, key: newKey() } : draft
  keep(c, tls, DRAFT, kept)
  return kept
}

/** The request was answered: what was typed is not needed any more. */
export function keepDone(c: HonoContext, tls: boolean, done: Done): void {
  deleteCookie(c, DRAFT, { path: PATH })
  keep(c, tls, DONE, done)
}

function read<T>(c: HonoContext, name: string, shape: z.ZodType<T>): T | null {
  const text = getCookie(c, name)
  if (!text) return null
  try {
    const found = shape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return found.success ? found.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function keep(c: HonoContext, tls: boolean, name: string, value: object): void {
  const text = Buffer.from(JSON.stringify(value)).toString('base64url')
  // What is too long was refused at its field, and stands in the form that was answered.
  if (text.length > LONGEST_COOKIE) return
  const secure = tls || c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:')
  setCookie(c, name, text, { path: PATH, httpOnly: true, sameSite: 'Strict', secure, maxAge: KEPT_SECONDS })
}
