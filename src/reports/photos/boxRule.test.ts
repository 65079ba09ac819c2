import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pixelsOf } from './boxRule.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyBox = fc.record({ left: share, top: share, width: share, height: share })
const anyPicture = fc.record({
  width: fc.integer({ min: 1, max: 2560 }),
  height: fc.integer({ min: 1, max: 2560 }),
})

test('given any box, it stays in the picture and covers every pixel that it touches', () => {
  fc.assert(
    fc.property(anyBox, anyPicture, (box, picture) => {
      const { left, top, width, height } = pixelsOf(box, picture)
      expect(Math.min(left, top, width, height)).toBeGreaterThanOrEqual(0)
      expect(left + width).toBeLessThanOrEqual(picture.width)
      expect(top + height).toBeLessThanOrEqual(picture.height)
      expect(left).toBeLessThanOrEqual(box.left * picture.width)
      expect(left + width).toBeGreaterThanOrEqual(Math.min(1, box.left + box.width) * picture.width - 1e-9)
      expect(top + height).toBeGreaterThanOrEqual(Math.min(1, box.top + box.height) * picture.height - 1e-9)
    }),
  )
})

test('given the whole picture, it is the whole picture', () => {
  expect(pixelsOf({ left: 0, top: 0, width: 1, height: 1 }, { width: 3, height: 5 })).toEqual({
    left: 0,
    top: 0,
    width: 3,
    height: 5,
  })
})
