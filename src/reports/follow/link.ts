import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../../platform/context.ts'
import { signingKey } from '../../platform/http/signingKey.ts'

const ID_BYTES = 16
const MAC_BYTES = 16

/** What a link is for; one for the one opens nothing of the other. */
type Purpose = 'report link' | 'report feed' | 'report follower' | 'report sender'

/** What a message's link to a report ends with: its id and our signature of it. It opens as long as the report is there. */
export const linkOf = (platform: Platform, cityId: string, caseId: string): Promise<string> =>
  signed(platform, cityId, caseId, 'report link')

/** The report that a link opens; null for any other text. */
export const reportOfLink = (platform: Platform, cityId: string, link: string): Promise<string | null> =>
  idIn(platform, cityId, link, 'report link')

/** An id and our signature of it for this one purpose, 43 signs for an address. */
export async function signed(
  platform: Platform,
  cityId: string,
  of: string,
  purpose: Purpose,
): Promise<string> {
  const id = Buffer.from(of.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, await macOf(platform, cityId, id, purpose)]).toString('base64url')
}

/** The id that was signed for this purpose; null for any other text. */
export async function idIn(
  platform: Platform,
  cityId: string,
  link: string,
  purpose: Purpose,
): Promise<string | null> {
  if (!/^[\w-]{43}$/.test(link)) return null
  const bytes = Buffer.from(link, 'base64url')
  if (bytes.length !== ID_BYTES + MAC_BYTES) return null
  const id = bytes.subarray(0, ID_BYTES)
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), await macOf(platform, cityId, id, purpose))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function macOf(platform: Platform, cityId: string, id: Buffer, purpose: Purpose): Promise<Buffer> {
  const mac = createHmac('sha256', await signingKey(platform))
  return mac.update(`${purpose}\n${cityId}\n`).update(id).digest().subarray(0, MAC_BYTES)
}
