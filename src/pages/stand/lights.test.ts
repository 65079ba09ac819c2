import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PublicLight } from '../../platform/http/ready.ts'
import { PARTS, type Part, phoneLight, readLight, shownLights, worstOf } from './lights.ts'

const LIGHTS: readonly PublicLight[] = ['works', 'disturbed', 'unknown', 'off']
const light = fc.constantFrom(...LIGHTS)

describe('the light of the telephone', () => {
  test.each([
    [null, 'unknown'],
    [{ connected: false, well: false }, 'unknown'],
    [{ connected: true, well: false }, 'disturbed'],
    [{ connected: true, well: true }, 'works'],
  ] as const)('given %j, %s', (telephone, expected) => {
    expect(phoneLight(telephone)).toBe(expected)
  })
})

describe('one light for several', () => {
  test('given any lights, says works only when nothing is wrong, and off only when all are', () => {
    fc.assert(
      fc.property(fc.array(light), (lights) => {
        const worst = worstOf(lights)
        const counting = lights.filter((one) => one !== 'off')
        expect(worst === 'off').toBe(counting.length === 0)
        if (worst === 'works') expect(counting.every((one) => one === 'works')).toBe(true)
        expect(worst === 'disturbed').toBe(counting.includes('disturbed'))
      }),
    )
  })
})

describe('the light of a part that was read', () => {
  test('given it could not be read, is unknown whatever its check says', () => {
    fc.assert(
      fc.property(light, (check) => {
        expect(readLight('unknown', check)).toBe('unknown')
      }),
    )
  })
  test('given the city does without it, is off', () => {
    expect(readLight(null, 'works')).toBe('off')
    expect(readLight(false, 'works')).toBe('off')
  })
  test('given it was read, says what its check says', () => {
    fc.assert(
      fc.property(light, (check) => {
        expect(readLight([], check)).toBe(check)
      }),
    )
  })
})

test('given parts that are off, shows the others in their order', () => {
  const lights = fc.record(
    Object.fromEntries(PARTS.map((part) => [part, light])) as Record<Part, typeof light>,
  )
  fc.assert(
    fc.property(lights, (given) => {
      const shown = shownLights(given)
      expect(shown.map(({ part }) => part)).toEqual(PARTS.filter((part) => given[part] !== 'off'))
      expect(shown.every(({ part, light: one }) => given[part] === one)).toBe(true)
    }),
  )
})
