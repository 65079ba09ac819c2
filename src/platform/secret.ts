import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const SECRET_BYTES = 16
/** Crockford's: no letter is taken for another or for a digit, so that people can copy it from paper. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = Math.ceil((SECRET_BYTES * 8) / 5)

/** 128 random bits: 26 digits and small letters. */
export const newSecret = (): string => written(randomBytes(SECRET_BYTES))

function written(bytes: Buffer): string {
  const bits = BigInt(`0x${bytes.toString('hex')}`)
  return Array.from({ length: LENGTH }, (_, place) => {
    const sign = (bits >> BigInt(5 * (LENGTH - 1 - place))) & 31n
    return SIGNS[Number(sign)]
  }).join('')
}

/** As people type it: capitals, spaces, hyphens, an O for the nought. */
const asWritten = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')

export const newSalt = (): Buffer => randomBytes(SECRET_BYTES)

/**
 * The secret of a request that may come twice: made again from what only the asker knows (`key`) and what only we know
 * (`salt`), so that a second answer equals the first although only hashes are stored.
 */
export const secretOf = (key: string, salt: Buffer): string =>
  written(createHmac('sha256', salt).update(key).digest().subarray(0, SECRET_BYTES))

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Of a secret as people copy it. */
export const hashOfTyped = (typed: string): Buffer => hashOf(asWritten(typed))

/** In the same time for every wrong secret. @param typed as people copy it */
export const isSecret = (typed: string, hash: Buffer): boolean => timingSafeEqual(hashOfTyped(typed), hash)
