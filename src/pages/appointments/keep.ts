import { randomBytes } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'

// What the browser keeps while somebody books: three cookies that are sent only to the pages below /termin. The secret
// could stand in hidden fields instead; but then every page would have to be sent as a form, going back, the language
// switch and printing would lose the time, and the secret would stand in the source of every page. A cookie that no script
// reads has none of this, and "one browser, one hold" is wanted anyway. Other sites' pages cannot use it (SameSite,
// and each changing request is asked where it comes from). They are gone after half an hour, or earlier. A fourth, a random
// name for budgets, is the gate's (src/appointments/api/guest.ts).

const PATH = '/termin'
const HOLD = 'termin'
const DRAFT = 'termin-angaben'
const OWN = 'termin-mein'
/** Longer than a hold that was extended. */
const KEPT_SECONDS = 30 * 60

/** A time that this browser holds; `holder` names the browser to the booking. */
export interface Ticket {
  holder: string
  id: string
  secret: string
}

/** What was typed so far. It is stored nowhere but in the browser until the time is booked. */
export const draftShape = z.object({
  name: z.string().max(200).default(''),
  email: z.string().max(300).default(''),
  phone: z.string().max(60).default(''),
})
export type Draft = z.infer<typeof draftShape>

/** An appointment that its owner has opened. */
export type OwnKey = Pick<Ticket, 'id' | 'secret'>

const TICKET = /^([\w-]{22})\.([\w-]{36})\.(\w{20,60})$/

export function readTicket(c: HonoContext): Ticket | null {
  const [, holder, id, secret] = TICKET.exec(getCookie(c, HOLD) ?? '') ?? []
  return holder && id && secret ? { holder, id, secret } : null
}

/** Names a browser that has held nothing yet. */
export const newHolder = (): string => randomBytes(16).toString('base64url')

export function keepTicket(c: HonoContext, tls: boolean, { holder, id, secret }: Ticket): void {
  keep(c, tls, HOLD, `${holder}.${id}.${secret}`)
}

export function readDraft(c: HonoContext): Draft {
  const empty = { name: '', email: '', phone: '' }
  const text = getCookie(c, DRAFT)
  if (!text) return empty
  try {
    return draftShape.catch(empty).parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch (error) {
    if (error instanceof SyntaxError) return empty
    throw error
  }
}

export function keepDraft(c: HonoContext, tls: boolean, draft: Draft): void {
  keep(c, tls, DRAFT, Buffer.from(JSON.stringify(draft)).toString('base64url'))
}

export const dropDraft = (c: HonoContext): void => drop(c, DRAFT)

export function readOwnKey(c: HonoContext): OwnKey | null {
  const [, id, secret] = /^([\w-]{36})\.(\w{20,60})$/.exec(getCookie(c, OWN) ?? '') ?? []
  return id && secret ? { id, secret } : null
}

export function keepOwnKey(c: HonoContext, tls: boolean, { id, secret }: OwnKey): void {
  keep(c, tls, OWN, `${id}.${secret}`)
}

export function dropKeys(c: HonoContext): void {
  for (const name of [OWN, HOLD, DRAFT]) drop(c, name)
}

function drop(c: HonoContext, name: string): void {
  deleteCookie(c, name, { path: PATH })
}

function keep(c: HonoContext, tls: boolean, name: string, value: string): void {
  const secure = tls || c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:')
  setCookie(c, name, value, { path: PATH, httpOnly: true, sameSite: 'Strict', secure, maxAge: KEPT_SECONDS })
}
