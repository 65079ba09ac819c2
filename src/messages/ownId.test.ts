import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownId, readOwnId } from './ownId.ts'

const key = Buffer.alloc(32, 7)
const aMessage = { of: 'message', id: '019ab1de-7a10-7c3e-8f00-0123456789ab' } as const

describe('our own ids', () => {
  test('given any id, are read back as what they stand for, in a length that an address can hold', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom('message' as const, 'case' as const), (id, of) => {
        const local = ownId(key, 'luenen', { of, id })
        expect(readOwnId(key, 'luenen', local)).toEqual({ of, id })
        expect(local).toHaveLength(47)
      }),
    )
  })

  test('given one changed character, are nobody’s', () => {
    const local = ownId(key, 'luenen', aMessage)
    fc.assert(
      fc.property(fc.nat(local.length - 2), fc.constantFrom('A', 'b', '0', '-', '_'), (at, other) => {
        // The last character of each part carries bits that stand for nothing.
        fc.pre(local[at] !== other && at > 1 && local[at] !== '.' && ![23, 46].includes(at))
        expect(readOwnId(key, 'luenen', local.slice(0, at) + other + local.slice(at + 1))).toBe('forged')
      }),
    )
  })

  test('given another city, another key, or another kind, are nobody’s', () => {
    const local = ownId(key, 'luenen', aMessage)
    expect(readOwnId(key, 'unna', local)).toBe('forged')
    expect(readOwnId(Buffer.alloc(32, 8), 'luenen', local)).toBe('forged')
    expect(readOwnId(key, 'luenen', `c${local.slice(1)}`)).toBe('forged')
  })

  test.each(['', 'case.5', 'm.1.2', 'CAF=abc+def', 'm'.repeat(200)])(
    'given %j, is not taken for ours',
    (text) => expect(readOwnId(key, 'luenen', text)).toBeNull(),
  )
})
