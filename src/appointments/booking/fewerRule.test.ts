import { describe, expect, test } from 'vitest'
import { withFewer } from './fewerRule.ts'

const family = [
  { id: 'personalausweis', persons: 4 },
  { id: 'reisepass', persons: 2 },
]

describe('withFewer', () => {
  test('given fewer for one service, keeps the other', () => {
    expect(withFewer(family, [{ id: 'personalausweis', persons: 2 }])).toEqual([
      { id: 'personalausweis', persons: 2 },
      { id: 'reisepass', persons: 2 },
    ])
  })

  test('given a service that was named twice, counts its sum', () => {
    const twice = [
      { id: 'eid-pin', persons: 1 },
      { id: 'eid-pin', persons: 2 },
    ]
    expect(withFewer(twice, [{ id: 'eid-pin', persons: 2 }])).toEqual([{ id: 'eid-pin', persons: 2 }])
  })

  test.each([
    ['nothing fewer', family],
    ['more', [{ id: 'personalausweis', persons: 5 }]],
    [
      'one fewer and one more',
      [
        { id: 'personalausweis', persons: 1 },
        { id: 'reisepass', persons: 3 },
      ],
    ],
    ['nobody', [{ id: 'personalausweis', persons: 0 }]],
    ['half a person', [{ id: 'personalausweis', persons: 1.5 }]],
    ['not a number', [{ id: 'personalausweis', persons: Number.NaN }]],
    ['another service', [{ id: 'eid-pin', persons: 1 }]],
  ])('given %s, refuses', (_what, wished) => {
    expect(withFewer(family, wished)).toBe(null)
  })
})
