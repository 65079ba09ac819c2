import { randomBytes } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { z } from 'zod'
import { keepCookie, readCookie } from '../cookieValue.ts'

// What the browser keeps while somebody fills in the pages below /rueckruf, and afterwards the number they were given: two
// cookies that no script reads and that are sent to these pages only. Until the last button nothing of it is stored here.

const PATH = '/rueckruf'
const DRAFT = 'rueckruf'
const DONE = 'rueckruf-fertig'

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

export const readDraft = (c: HonoContext): Draft => readCookie(c, DRAFT, draftShape) ?? emptyDraft()
export const readDone = (c: HonoContext): Done | null => readCookie(c, DONE, doneShape)

/** @returns the draft as it is kept, with its key */
export function keepDraft(c: HonoContext, tls: boolean, draft: Draft): Draft {
  const kept = draft.key === '' ? { ...draft, key: newKey() } : draft
  // What is too long was refused at its field, and stands in the form that was answered.
  keepCookie(c, { name: DRAFT, path: PATH, tls }, kept)
  return kept
}

/** The request was answered: what was typed is not needed any more. */
export function keepDone(c: HonoContext, tls: boolean, done: Done): void {
  deleteCookie(c, DRAFT, { path: PATH })
  keepCookie(c, { name: DONE, path: PATH, tls }, done)
}
