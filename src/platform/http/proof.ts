import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { isSolved, WORK, type WorkSize } from '../../shared/work.ts'
import { signed, unsigned } from './signed.ts'

// Under attack a request for something scarce brings a proof: of work, or of having waited. Both stand on one ticket that we
// signed, so a ticket counts once, whichever way it was used.

const PURPOSE = 'proof'
/** Where a page's form brings it. */
export const PROOF_FIELD = 'nachweis'
/** Who cannot compute waits so long, and then has as long as `LASTS_SECONDS` to go on. */
export const WAIT_SECONDS = 20
const LASTS_SECONDS = 10 * 60

/** In a refusal's `proof`: what is needed. */
export const proofAsked = z.object({
  ticket: z.string(),
  /** What the numbers are found for. */
  seed: z.string(),
  parts: z.int(),
  bits: z.int(),
  /** From then on the ticket counts without work. */
  waitSeconds: z.int(),
})
export type ProofAsked = z.infer<typeof proofAsked>

interface Ticket {
  id: string
  /** Epoch seconds. */
  notBefore: number
  expires: number
}

export type ProofCheck =
  | { is: 'good'; id: Buffer; expiresAt: Date }
  /** Waited too short; the ticket goes on to count. */
  | { is: 'early'; asked: ProofAsked }
  | { is: 'none' }

/** A fresh ticket. @param now epoch seconds */
export function askForProof(key: Buffer, now: number): ProofAsked {
  const id = randomBytes(16).toString('base64url')
  const ticket = { id, notBefore: now + WAIT_SECONDS, expires: now + WAIT_SECONDS + LASTS_SECONDS }
  return asked(key, ticket, now)
}

function asked(key: Buffer, ticket: Ticket, now: number): ProofAsked {
  const text = signed(key, PURPOSE, `${ticket.id}~${ticket.notBefore}~${ticket.expires}`)
  return { ticket: text, seed: ticket.id, ...WORK, waitSeconds: Math.max(1, ticket.notBefore - now) }
}

/** @param given a ticket, or a ticket and the numbers found for it: `TICKET:1-2-3` @param now epoch seconds */
export function checkProof(key: Buffer, given: string, now: number, size: WorkSize = WORK): ProofCheck {
  const [text = '', numbers = ''] = given.split(':')
  const ticket = readTicket(key, text)
  if (!ticket || now > ticket.expires) return { is: 'none' }
  const waited = now >= ticket.notBefore
  if (!waited && !isWorked(ticket.id, numbers, size)) return { is: 'early', asked: asked(key, ticket, now) }
  return {
    is: 'good',
    id: Buffer.from(ticket.id, 'base64url'),
    expiresAt: new Date((ticket.expires + 60) * 1000),
  }
}

function readTicket(key: Buffer, text: string): Ticket | null {
  const [, id, notBefore, expires] =
    /^([\w-]{22})~(\d{1,12})~(\d{1,12})$/.exec(unsigned(key, PURPOSE, text) ?? '') ?? []
  return id ? { id, notBefore: Number(notBefore), expires: Number(expires) } : null
}

function isWorked(seed: string, numbers: string, size: WorkSize): boolean {
  const found = numbers.split('-')
  return (
    found.length === size.parts &&
    found.every((number, part) => /^\d{1,9}$/.test(number) && isSolved(seed, part, Number(number), size))
  )
}
