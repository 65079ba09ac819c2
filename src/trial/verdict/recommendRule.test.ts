import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../comparison/verdictRule.ts'
import { recommendation } from './recommendRule.ts'

const [met, missed, open] = ['met', 'not-met', 'not-enough-data'] as const
const verdicts = fc.array(fc.constantFrom<Verdict>(met, missed, open), { minLength: 1, maxLength: 7 })

describe('a recommendation', () => {
  test.each([
    ['all', [met, met], 'continue'],
    ['all', [met, missed], 'adapt'],
    ['all', [met, open], 'undecided'],
    ['all', [open, missed], 'adapt'],
    ['all', [missed, met], 'end'],
    ['first', [met, missed], 'adapt'],
    ['first', [met, open], 'continue'],
    ['first', [open, missed], 'undecided'],
    ['first', [missed, met], 'end'],
  ] as const)('given the rule %s and %o, is %s', (rule, given, expected) =>
    expect(recommendation(rule, given)).toBe(expected),
  )

  test('given any verdicts, nobody is told to go on where the first target is not met, nor to end where it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('all', 'first'), verdicts, (rule, given) => {
        const told = recommendation(rule, given)
        if (given[0] === missed) expect(told).toBe('end')
        else expect(told).not.toBe('end')
        if (told === 'continue') expect(given).not.toContain(missed)
        if (told === 'adapt') expect(given.slice(1)).toContain(missed)
      }),
    )
  })
})
