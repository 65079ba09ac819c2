import type { City } from '../city/index.ts'

/** How a number looks; no real one, because its check character is wrong. Hyphens that keep it on one line. */
export const exampleNumber = ({ casePrefix }: City): string => `${casePrefix}\u2011123\u2011456`
