import type { z } from 'zod'

/** What people read where a schema has no sentence of its own: no type names, no word of the library's. */
export function plainSentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Diese Angabe fehlt.' : 'Diese Angabe hat die falsche Form.'
    case 'invalid_format':
      return 'Diese Angabe hat die falsche Form.'
    case 'invalid_value':
      return `Möglich ist hier nur: ${issue.values.join(', ')}.`
    case 'too_small':
      return issue.origin === 'string'
        ? `Mindestens ${issue.minimum} Zeichen.`
        : `Mindestens ${issue.minimum}.`
    case 'too_big':
      return issue.origin === 'string' ? `Höchstens ${issue.maximum} Zeichen.` : `Höchstens ${issue.maximum}.`
    default:
      return undefined
  }
}
