import { describe, expect, it } from 'vitest'
import { promiseAtAbandon, promiseAtAnswer, type Wait } from './answerPromise.ts'

const wait = (waitMs: number, more: Partial<Wait> = {}): Wait => ({
  waitMs,
  missed: 0,
  obstacle: null,
  linkLost: false,
  ...more,
})

describe('the answer promise', () => {
  it.each([
    [wait(0), null],
    [wait(15_000, { obstacle: 'all-busy' }), null],
    [wait(15_001, { obstacle: 'all-busy' }), 'all-busy'],
    [wait(20_000, { obstacle: 'none-signed-in' }), 'none-signed-in'],
    [wait(20_000, { obstacle: 'all-busy', missed: 1 }), 'ring-no-answer'],
    [wait(20_000), 'ring-no-answer'],
    [wait(20_000, { missed: 1, linkLost: true }), 'trunk-down'],
  ])('given an answer after %j, names the cause %s', (given, cause) => {
    expect(promiseAtAnswer(given)).toEqual({ kept: cause === null, cause })
  })

  it('given a caller who gives up, is broken only after the promised time', () => {
    expect(promiseAtAbandon(15_000)).toBeNull()
    expect(promiseAtAbandon(15_001)).toEqual({ kept: false, cause: 'caller-left' })
  })
})
