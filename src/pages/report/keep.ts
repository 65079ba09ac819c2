import { randomBytes } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { z } from 'zod'
import { keepCookie, readCookie } from '../cookieValue.ts'

const PATH = '/melden'
const DRAFT = 'meldung'
const DONE = 'meldung-fertig'

/** What somebody was given who reported: shown again to the same browser for half an hour. */
const doneShape = z.object({
  number: z.string().max(20),
  secret: z.string().max(60),
  /** Epoch ms. */
  dueAt: z.int(),
  /** Whether a message goes to them. */
  told: z.boolean(),
})
export type Done = z.infer<typeof doneShape>

export const readDone = (c: HonoContext): Done | null => readCookie(c, DONE, doneShape)

/** The report is sent: what was typed is not needed any more. */
export function keepDone(c: HonoContext, tls: boolean, done: Done): void {
  deleteCookie(c, DRAFT, { path: PATH })
  keepCookie(c, { name: DONE, path: PATH, tls }, done)
}

const draftShape = z.object({
  categoryId: z.string(),
  key: z.string(),
  description: z.string(),
  place: z.string(),
  /** Of a device or the map, as `readPosition` reads it; '' for none. */
  position: z.string().default(''),
  isPrivate: z.boolean().default(false),
  /** What the check page asked: the address that was meant; '' before. */
  meant: z.string().default(''),
  answers: z.record(z.string(), z.array(z.string())),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
})
/** Everything that somebody typed who reports; it is stored here with the last button only. */
export type Draft = z.infer<typeof draftShape>

/** What this browser keeps of a report of this category; null for none. */
export function readDraft(c: HonoContext, categoryId: string): Draft | null {
  const draft = readCookie(c, DRAFT, draftShape)
  return draft?.categoryId === categoryId ? draft : null
}

/** @returns false when it is too long for a browser: then it travels in forms only */
export const keepDraft = (c: HonoContext, tls: boolean, draft: Draft): boolean =>
  keepCookie(c, { name: DRAFT, path: PATH, tls }, draft)

/** Made with the empty form: the same report sent twice is one. Nobody guesses it. */
export const newKey = (): string => randomBytes(16).toString('base64url')
