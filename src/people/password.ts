import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id (2024): 19 MiB, two passes, one lane; about 20 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password)

let absent: Promise<string> | null = null

/** A hash that no password fits: checked in place of an account that does not exist, it takes the same time. */
export function absentAccountHash(): Promise<string> {
  absent ??= hashPassword(randomBytes(32).toString('base64url'))
  return absent
}
