import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AttackRule, type AttackWatch, CALM, isUnderAttack, noted, type Signal } from './attackRule.ts'

const rule: AttackRule = {
  sliceMs: 10_000,
  slices: 6,
  networks: 5,
  lost: 10,
  lostShare: 0.7,
  calmMs: 300_000,
}
const refused = (network: string): Signal => ({ kind: 'refused', network })
const after = (signals: readonly Signal[], everyMs: number): { watch: AttackWatch; now: number } => {
  let watch = CALM
  let now = 1_000_000
  for (const signal of signals) {
    now += everyMs
    watch = noted(watch, signal, now, rule)
  }
  return { watch, now }
}
const many = (count: number, signal: (index: number) => Signal) =>
  Array.from({ length: count }, (_, index) => signal(index))

test.each([
  ['one network that is refused again and again', many(500, () => refused('a')), 10, false],
  ['many networks within a minute', many(5, (index) => refused(`n${index}`)), 5_000, true],
  ['many networks over an hour', many(60, (index) => refused(`n${index}`)), 60_000, false],
  ['holds that all run out', many(10, () => ({ kind: 'lost' })), 1_000, true],
  ['holds of which half are used', many(100, (index) => ({ kind: index % 2 ? 'lost' : 'kept' })), 100, false],
  ['a few holds that run out', many(9, () => ({ kind: 'lost' })), 1_000, false],
] as const)('given %s, an attack is seen: %s', (_, signals, everyMs, seen) => {
  const { watch, now } = after(signals, everyMs)
  expect(isUnderAttack(watch, now)).toBe(seen)
})

test('given quiet after an attack, it is over in time', () => {
  const { watch, now } = after(
    many(5, (index) => refused(`n${index}`)),
    100,
  )
  expect(isUnderAttack(watch, now + rule.calmMs - 1)).toBe(true)
  expect(isUnderAttack(watch, now + rule.calmMs)).toBe(false)
})

test('given any signals, memory stays bounded', () => {
  const signal: fc.Arbitrary<Signal> = fc.oneof(
    fc.string().map(refused),
    fc.constant<Signal>({ kind: 'lost' }),
    fc.constant<Signal>({ kind: 'kept' }),
  )
  fc.assert(
    fc.property(
      fc.array(signal, { maxLength: 300 }),
      fc.integer({ min: 0, max: 20_000 }),
      (signals, everyMs) => {
        const { watch } = after(signals, everyMs)
        expect(watch.slices.length).toBeLessThanOrEqual(rule.slices)
        for (const slice of watch.slices) expect(slice.refused.size).toBeLessThanOrEqual(rule.networks)
      },
    ),
  )
})
