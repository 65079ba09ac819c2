import { describe, expect, it } from 'vitest'
import { missingFor, type Checks } from './availability.ts'

const well: Checks = { telephone: 'up', phoneRegistered: true, microphone: true, silentMs: 5_000 }

describe('missingFor', () => {
  it('given a telephone, a microphone and a living desk, returns nothing', () => {
    expect(missingFor(well)).toEqual([])
    expect(missingFor({ ...well, silentMs: 10_000 })).toEqual([])
    expect(missingFor({ ...well, telephone: 'gap', phoneRegistered: false })).toEqual([])
  })

  it.each([
    [{ telephone: 'none' as const }, 'keine Telefonanlage'],
    [{ telephone: 'down' as const }, 'antwortet gerade nicht'],
    [{ phoneRegistered: false }, 'nicht angemeldet'],
    [{ microphone: false }, 'Mikrofon'],
    [{ silentMs: 10_001 }, 'meldet sich nicht'],
    [{ silentMs: null }, 'meldet sich nicht'],
  ])('given %j, says so in one sentence', (lack, words) => {
    const missing = missingFor({ ...well, ...lack })
    expect(missing).toHaveLength(1)
    expect(missing[0]).toContain(words)
  })
})
