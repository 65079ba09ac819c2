import { expect, test } from 'vitest'
import { mayAnswerAutomatically } from './budgetRule.ts'

const none = { receiptsOfCase: 0, automaticOfCase: 0, toRecipient: 0 }

test.each([
  [none, true],
  [{ ...none, receiptsOfCase: 1 }, false],
  [{ ...none, automaticOfCase: 2 }, true],
  [{ ...none, automaticOfCase: 3 }, false],
  [{ ...none, toRecipient: 9 }, true],
  [{ ...none, toRecipient: 10 }, false],
  // Nobody can say how many there were: then none.
  [null, false],
])('given %j sent before, one more: %s', (sent, may) => expect(mayAnswerAutomatically(sent)).toBe(may))
