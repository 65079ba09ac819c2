import type { City } from '../city/index.ts'

/** How a number looks; no real one, because its check character is wrong. */
export const exampleNumber = ({ casePrefix }: City): string => `${casePrefix}-123-456`
