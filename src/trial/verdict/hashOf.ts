import { createHash } from 'node:crypto'

/** The fingerprint of what a result was worked out of: SHA-256 of its JSON, every object's members by name.
 * Of kept ones as they were kept, so that what is counted since then changes nothing. */
export const hashOf = (inputs: unknown): string =>
  createHash('sha256').update(JSON.stringify(inputs, byName)).digest('hex')

const byName = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value
