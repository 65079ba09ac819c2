import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in an address; stored only as a hash, so it is shown once. */
export const newCtiToken = (): string => randomBytes(32).toString('base64url')

export const hashCtiToken = (token: string): Buffer => createHash('sha256').update(token).digest()
