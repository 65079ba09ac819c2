import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const SECRET_BYTES = 16

/** 128 random bits, base64url: 22 characters. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

export const newSalt = (): Buffer => randomBytes(SECRET_BYTES)

/**
 * The secret of a request that may come twice: made again from what only the asker knows (`key`) and what only we know
 * (`salt`), so that a second answer equals the first although only hashes are stored.
 */
export const secretOf = (key: string, salt: Buffer): string =>
  createHmac('sha256', salt).update(key).digest().subarray(0, SECRET_BYTES).toString('base64url')

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** In the same time for every wrong secret. */
export const isSecret = (secret: string, hash: Buffer): boolean => timingSafeEqual(hashOf(secret), hash)
