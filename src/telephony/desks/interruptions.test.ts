import { describe, expect, it } from 'vitest'
import { BACK_AT_MOST, BACK_WITHIN_MS, Interruptions } from './interruptions.ts'

const DESK = 'desk'
const begun = (since = 0): Interruptions => {
  const interruptions = new Interruptions()
  interruptions.begin(DESK, { since, wasReady: true })
  return interruptions
}

describe('an interruption', () => {
  it('given a desk that is soon fit again, tells once what was before', () => {
    const interruptions = begun()
    expect(interruptions.end(DESK, 5_000)).toEqual({ since: 0, wasReady: true })
    expect(interruptions.end(DESK, 5_001)).toBeNull()
  })

  it('given a desk that nobody interrupted, changes nothing', () => {
    expect(new Interruptions().end(DESK, 0)).toBeNull()
  })

  it('given a conversation lost after the desk was noticed, still knows that calls were wanted', () => {
    const interruptions = begun()
    interruptions.begin(DESK, { since: 1_000, wasReady: false })
    expect(interruptions.end(DESK, 2_000)).toEqual({ since: 1_000, wasReady: true })
  })

  it('given a desk that was away for longer, leaves it to the person', () => {
    expect(begun().end(DESK, BACK_WITHIN_MS + 1)).toBeNull()
  })

  it('given a person who decided meanwhile, does not undo it', () => {
    const interruptions = begun()
    interruptions.forget(DESK)
    expect(interruptions.end(DESK, 1_000)).toBeNull()
  })

  it('given a desk that comes and goes, gives up after some times and trusts it again later', () => {
    const interruptions = new Interruptions()
    const flap = (since: number): boolean => {
      interruptions.begin(DESK, { since, wasReady: true })
      return interruptions.end(DESK, since + 1) !== null
    }
    const answers = Array.from({ length: BACK_AT_MOST + 2 }, (_, n) => flap(n * 1_000))
    expect(answers.filter(Boolean)).toHaveLength(BACK_AT_MOST)
    expect(answers.at(-1)).toBe(false)
    interruptions.begin(DESK, { since: 10_000, wasReady: true })
    expect(interruptions.end(DESK, 10_001, true)).not.toBeNull()
    expect(flap(2 * BACK_WITHIN_MS)).toBe(true)
  })
})
