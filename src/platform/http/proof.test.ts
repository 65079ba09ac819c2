import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solvePart, type WorkSize, WORK } from '../../shared/work.ts'
import { askForProof, checkProof, WAIT_SECONDS } from './proof.ts'

const key = Buffer.alloc(32, 3)
const NOW = 1_800_000_000

function solved(seed: string, size: WorkSize = WORK): number[] {
  return Array.from({ length: size.parts }, (_, part) => {
    const number = solvePart(seed, part, size, { from: 0, tries: 1_000_000 })
    if (number === null) throw new Error('not solved')
    return number
  })
}

test('given the numbers that a browser found, the work counts at once; with one wrong number it does not', () => {
  const { ticket, seed } = askForProof(key, NOW)
  const numbers = solved(seed)
  expect(checkProof(key, `${ticket}:${numbers.join('-')}`, NOW)).toMatchObject({ is: 'good' })
  for (let part = 0; part < numbers.length; part++) {
    const wrong = numbers.with(part, (numbers[part] ?? 0) + 1)
    expect(checkProof(key, `${ticket}:${wrong.join('-')}`, NOW).is).toBe('early')
  }
  expect(checkProof(key, `${ticket}:${numbers.slice(1).join('-')}`, NOW).is).toBe('early')
})

test('given a ticket without work, it counts after the wait, not before, and not for ever', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100, max: 2_000 }), (later) => {
      const { ticket } = askForProof(key, NOW)
      const found = checkProof(key, ticket, NOW + later).is
      expect(found).toBe(later < WAIT_SECONDS ? 'early' : later <= WAIT_SECONDS + 600 ? 'good' : 'none')
    }),
  )
})

test('given an early try, the wait goes on where it was', () => {
  const { ticket } = askForProof(key, NOW)
  const early = checkProof(key, ticket, NOW + 5)
  expect(early).toMatchObject({ is: 'early', asked: { ticket, waitSeconds: WAIT_SECONDS - 5 } })
})

test('given work for another ticket, or a ticket that is not ours, it is nothing', () => {
  const one = askForProof(key, NOW)
  const other = askForProof(key, NOW)
  expect(checkProof(key, `${other.ticket}:${solved(one.seed).join('-')}`, NOW).is).toBe('early')
  const forged = askForProof(Buffer.alloc(32, 4), NOW)
  for (const nothing of [forged.ticket, '', ':', 'x', `${one.ticket}x`])
    expect(checkProof(key, nothing, NOW + 60).is).toBe('none')
})

test('given many tickets, the work is about the same for all of them', () => {
  const sizes = Array.from({ length: 12 }, (_, index) => {
    const numbers = solved(`seed-${index}-000000000000`)
    return numbers.reduce((sum, number) => sum + number + 1, 0)
  })
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  expect(mean).toBeGreaterThan(20_000)
  expect(mean).toBeLessThan(48_000)
  expect(Math.max(...sizes)).toBeLessThan(3 * 32_768)
})
