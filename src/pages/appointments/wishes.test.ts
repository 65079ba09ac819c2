import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_PERSONS, readWishes, wishText } from './wishes.ts'

describe('readWishes', () => {
  it('given an address of one service, comes for one person', () => {
    expect(readWishes(['personalausweis'], [])).toEqual([{ id: 'personalausweis', persons: 1 }])
  })

  it('given the form, pairs services and persons and leaves out the list that nobody touched', () => {
    expect(readWishes(['personalausweis', 'eid-pin', ''], ['2', '1', '1'])).toEqual([
      { id: 'personalausweis', persons: 2 },
      { id: 'eid-pin', persons: 1 },
    ])
  })

  it('given a service twice, adds the persons', () => {
    expect(readWishes(['reisepass.2', 'reisepass'], [])).toEqual([{ id: 'reisepass', persons: 3 }])
  })

  it.each([['<script>'], ['a.b'], ['../x'], ['ä'], ['x'.repeat(61)]])(
    'given %s, finds no service',
    (text) => {
      expect(readWishes([text], [])).toEqual([])
    },
  )

  it.each([['0'], ['-3'], ['viele'], ['']])('given %s persons, takes one', (persons) => {
    expect(readWishes(['eid-pin'], [persons])).toEqual([{ id: 'eid-pin', persons: 1 }])
  })

  it('given what it wrote, reads the same', () => {
    const wish = fc.record({
      id: fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/),
      persons: fc.integer({ min: 1, max: MOST_PERSONS }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(wish, { selector: ({ id }) => id, maxLength: 10 }), (wishes) => {
        expect(readWishes([wishText(wishes)], [])).toEqual(wishes)
      }),
    )
  })
})
