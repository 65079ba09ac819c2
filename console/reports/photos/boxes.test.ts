import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, byKey, isDrawn, MIDDLE } from './boxes.ts'

const anywhere = fc.double({ min: -2, max: 3, noNaN: true })
const point = fc.record({ x: anywhere, y: anywhere })
const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown')

test('given any two corners, the box lies in the picture, whichever comes first', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const box = between(a, b)
      expect(box).toEqual(between(b, a))
      for (const share of Object.values(box)) expect(share >= 0 && share <= 1).toBe(true)
    }),
  )
})

test('given any keys, a box stays in the picture and never vanishes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 200 }), (pressed) => {
      const box = pressed.reduce((box, [name, larger]) => byKey(box, name, larger) ?? box, MIDDLE)
      expect(isDrawn(box)).toBe(true)
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0)
      expect(Math.max(box.left + box.width, box.top + box.height)).toBeLessThanOrEqual(1 + 1e-9)
    }),
  )
})

test('given a key that says nothing, nothing happens; given Delete, it is gone', () => {
  expect(byKey(MIDDLE, 'Tab', false)).toBeUndefined()
  expect(byKey(MIDDLE, 'Delete', false)).toBeNull()
})
