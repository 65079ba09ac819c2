import { createHmac, timingSafeEqual } from 'node:crypto'

/** 128 bits: nobody tries that many. */
const MAC_BYTES = 16

const macOf = (key: Buffer, purpose: string, text: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest().subarray(0, MAC_BYTES)

/** A text that we know again as ours. It is not secret. @param purpose what is signed for one thing is nothing for another */
export const signed = (key: Buffer, purpose: string, text: string): string =>
  `${text}.${macOf(key, purpose, text).toString('base64url')}`

/** The text that we signed for this purpose; null for anything else. */
export function unsigned(key: Buffer, purpose: string, given: string): string | null {
  const end = given.lastIndexOf('.')
  if (end < 0) return null
  const text = given.slice(0, end)
  const mac = Buffer.from(given.slice(end + 1), 'base64url')
  return mac.length === MAC_BYTES && timingSafeEqual(mac, macOf(key, purpose, text)) ? text : null
}
