import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideFew, type Sized } from './hideFewRule.ts'

const LEAST = 5
const groups = (sizes: readonly number[]): Sized[] => sizes.map((size, n) => ({ key: `g${n}`, size }))
const hiddenOf = (sizes: readonly number[]): string[] => [...hideFew(groups(sizes), LEAST)].toSorted()

test.each([
  { sizes: [], hidden: [] },
  { sizes: [5, 6, 7], hidden: [] },
  { sizes: [3], hidden: ['g0'] },
  { sizes: [5], hidden: [] },
  // Alone it would be the whole minus the others.
  { sizes: [3, 20, 9], hidden: ['g0', 'g2'] },
  { sizes: [1, 2, 20], hidden: ['g0', 'g1', 'g2'] },
  { sizes: [1, 2, 20, 30], hidden: ['g0', 'g1', 'g2'] },
  { sizes: [2, 3, 20], hidden: ['g0', 'g1'] },
  // 14 hidden of which one is at most ten and one at most four: they would be ten and four.
  { sizes: [4, 10, 10], hidden: ['g0', 'g1', 'g2'] },
])('given groups of $sizes, hides $hidden', ({ sizes, hidden }) => {
  expect(hiddenOf(sizes)).toEqual(hidden)
})

const many = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 30 })

test('given any groups, none with fewer than five is shown, and what is shown as one is two or more with five or more', () => {
  fc.assert(
    fc.property(many, (sizes) => {
      const all = groups(sizes)
      const hidden = hideFew(all, LEAST)
      for (const { key, size } of all) if (!hidden.has(key)) expect(size).toBeGreaterThanOrEqual(LEAST)
      if (hidden.size === 0 || hidden.size === all.length) return
      const together = all.filter(({ key }) => hidden.has(key)).reduce((sum, { size }) => sum + size, 0)
      expect(hidden.size).toBeGreaterThanOrEqual(2)
      expect(together).toBeGreaterThanOrEqual(LEAST)
    }),
  )
})

test('given groups in any order, the same are hidden', () => {
  fc.assert(
    fc.property(
      many.chain((sizes) =>
        fc.tuple(fc.constant(groups(sizes)), fc.shuffledSubarray(groups(sizes), { minLength: sizes.length })),
      ),
      ([one, other]) => {
        expect([...hideFew(other, LEAST)].toSorted()).toEqual([...hideFew(one, LEAST)].toSorted())
      },
    ),
  )
})

/** All ways to share `sum` among `parts` groups of one or more. */
function* shares(sum: number, parts: number): Generator<number[]> {
  if (parts === 1) return yield [sum]
  for (let first = 1; first <= sum - parts + 1; first += 1)
    for (const others of shares(sum - first, parts - 1)) yield [first, ...others]
}

test('given what is shown, the whole, and that the smallest are hidden of which one has fewer than five, no hidden size follows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }), (sizes) => {
      const places = hiddenOf(sizes).map((key) => Number(key.slice(1)))
      const whole = sizes.reduce((sum, size) => sum + size, 0)
      // Of fewer than five in all nothing is shown, the whole neither.
      if (places.length === 0 || whole < LEAST) return
      const shown = sizes.filter((_, n) => !places.includes(n))
      const together = whole - shown.reduce((sum, size) => sum + size, 0)
      const possible = places.map(() => new Set<number>())
      for (const share of shares(together, places.length))
        if (Math.min(...share) < LEAST && Math.max(...share) <= Math.min(Infinity, ...shown))
          share.forEach((size, n) => possible[n]!.add(size))
      for (const found of possible) expect(found.size).toBeGreaterThan(1)
    }),
    { numRuns: 500 },
  )
})
