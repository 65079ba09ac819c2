import { createHmac, timingSafeEqual } from 'node:crypto'

/** What one of our Message-IDs stands for: one message, or all that is about one case. */
export interface OwnId {
  of: 'message' | 'case'
  id: string
}

const MAC_BYTES = 16
const LETTER = { message: 'm', case: 'c' } as const
const OWN = /^([mc])\.([\w-]{22})\.([\w-]{22})$/

/** The local part of a Message-ID that nobody else can make: id and signature, 47 characters. */
export function ownId(key: Buffer, cityId: string, { of, id }: OwnId): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  const letter = LETTER[of]
  return `${letter}.${bytes.toString('base64url')}.${macOf(key, cityId, letter, bytes).toString('base64url')}`
}

/** What a local part stands for; 'forged' for one that looks like ours and is not; null for any other text. */
export function readOwnId(key: Buffer, cityId: string, local: string): OwnId | 'forged' | null {
  const [, letter, id, mac] = OWN.exec(local) ?? []
  if (!letter || !id || !mac) return null
  const bytes = Buffer.from(id, 'base64url')
  const given = Buffer.from(mac, 'base64url')
  const right = macOf(key, cityId, letter, bytes)
  if (given.length !== MAC_BYTES || !timingSafeEqual(given, right)) return 'forged'
  const uuid = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { of: letter === LETTER.message ? 'message' : 'case', id: uuid }
}

const macOf = (key: Buffer, cityId: string, letter: string, id: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(`message id\n${cityId}\n${letter}\n`)
    .update(id)
    .digest()
    .subarray(0, MAC_BYTES)
