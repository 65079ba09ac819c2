import { describe, expect, it } from 'vitest'
import { missingFor, SILENT_AFTER_MS, type Checks } from './availability.ts'

const well: Checks = {
  telephone: 'up',
  phoneRegistered: true,
  microphone: true,
  awake: true,
  silentMs: 5_000,
}

describe('missingFor', () => {
  it('given a telephone, a microphone and a living desk, returns nothing', () => {
    expect(missingFor(well)).toEqual([])
    expect(missingFor({ ...well, silentMs: SILENT_AFTER_MS })).toEqual([])
    expect(missingFor({ ...well, telephone: 'gap', phoneRegistered: false })).toEqual([])
  })

  it.each([
    [{ telephone: 'none' as const }, 'keine Telefonanlage'],
    [{ telephone: 'down' as const }, 'antwortet gerade nicht'],
    [{ telephone: 'down' as const, phoneRegistered: false, microphone: false }, 'antwortet gerade nicht'],
    [{ phoneRegistered: false }, 'nicht angemeldet'],
    [{ microphone: false }, 'Mikrofon'],
    [{ silentMs: SILENT_AFTER_MS + 1 }, 'meldet sich nicht'],
    [{ silentMs: null }, 'meldet sich nicht'],
    [{ awake: false }, 'im Hintergrund'],
    [{ awake: false, silentMs: null }, 'meldet sich nicht'],
  ])('given %j, says so in one sentence', (lack, words) => {
    const missing = missingFor({ ...well, ...lack })
    expect(missing).toHaveLength(1)
    expect(missing[0]).toContain(words)
  })
})
