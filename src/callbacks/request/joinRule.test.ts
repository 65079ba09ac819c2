import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Concern, joins, type OpenPromise } from './joinRule.ts'

const promise = (caseId: string, given: Partial<OpenPromise> = {}): OpenPromise => ({
  callbackId: `callback of ${caseId}`,
  caseId,
  serviceId: null,
  proven: true,
  promisedAt: new Date(0),
  due: { start: 0, end: 3_600_000 },
  ...given,
})
const passport: Concern = { is: 'service', id: 'reisepass' }
const joined = (concern: Concern, proven: boolean, open: readonly OpenPromise[]): string | null =>
  joins({ concern, proven }, open)?.caseId ?? null

describe('which promise a wish joins', () => {
  test('given no open promise, none', () => {
    expect(joined(passport, true, [])).toBeNull()
  })

  test('given the same service, that one', () => {
    const open = [promise('a', { serviceId: 'personalausweis' }), promise('b', { serviceId: 'reisepass' })]
    expect(joined(passport, true, open)).toBe('b')
  })

  test('given a case that names no service, that one', () => {
    expect(joined(passport, true, [promise('a')])).toBe('a')
  })

  test('given both, the one that names the service, though the other is newer', () => {
    const open = [promise('a', { promisedAt: new Date(9) }), promise('b', { serviceId: 'reisepass' })]
    expect(joined(passport, true, open)).toBe('b')
  })

  test('given several of the same, the newest', () => {
    const open = [promise('a'), promise('b', { promisedAt: new Date(5) }), promise('c')]
    expect(joined(passport, true, open)).toBe('b')
  })

  test('given another service and a person who was spoken with, none', () => {
    expect(joined(passport, true, [promise('a', { serviceId: 'hundesteuer' })])).toBeNull()
  })

  test('given something else than the catalogue has, no promise for a service', () => {
    expect(joined({ is: 'other' }, true, [promise('a', { serviceId: 'hundesteuer' })])).toBeNull()
  })

  test('given nothing is known of the wish, any', () => {
    expect(joined({ is: 'unknown' }, true, [promise('a', { serviceId: 'hundesteuer' })])).toBe('a')
  })

  test('given the person says that it is another matter than the open case, none; the same service all the same', () => {
    const concern: Concern = { is: 'other' }
    expect(joins({ concern, proven: true, not: 'a' }, [promise('a')])).toBeNull()
    const named = [promise('a', { serviceId: 'reisepass' })]
    expect(joins({ concern: passport, proven: true, not: 'a' }, named)?.caseId).toBe('a')
  })

  test('given no proof and an open promise that was made without proof, that one, whatever it is about', () => {
    expect(joined(passport, false, [promise('a', { serviceId: 'hundesteuer', proven: false })])).toBe('a')
  })

  test('given no proof and a promise to somebody who was spoken with about something else, none', () => {
    expect(joined(passport, false, [promise('a', { serviceId: 'hundesteuer' })])).toBeNull()
  })
})

const services = fc.constantFrom('reisepass', 'hundesteuer', 'personalausweis')
const concerns: fc.Arbitrary<Concern> = fc.oneof(
  services.map((id) => ({ is: 'service' as const, id })),
  fc.constant({ is: 'other' as const }),
  fc.constant({ is: 'unknown' as const }),
)
const wishes = fc.record({ concern: concerns, proven: fc.boolean() })

test('given any run of wishes for one number, each is promised once and at most one promise lacks proof', () => {
  fc.assert(
    fc.property(fc.array(wishes, { maxLength: 30 }), (run) => {
      const open: OpenPromise[] = []
      for (const [place, wish] of run.entries()) {
        const before = joins(wish, open)
        if (before) {
          expect(open).toContain(before)
          continue
        }
        const serviceId = wish.concern.is === 'service' ? wish.concern.id : null
        const { proven } = wish
        open.push(promise(String(place), { serviceId, proven, promisedAt: new Date(place) }))
      }
      const named = open.map(({ serviceId }) => serviceId ?? '')
      expect(named).toEqual([...new Set(named)])
      expect(open.filter(({ proven }) => !proven).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('given the same wishes in another order of rows, the answer is the same', () => {
  const opens = fc.uniqueArray(
    fc.record({
      caseId: fc.uuid(),
      serviceId: fc.option(services, { nil: null }),
      proven: fc.boolean(),
      at: fc.nat(),
    }),
    { selector: ({ at }) => at },
  )
  fc.assert(
    fc.property(wishes, opens, (wish, rows) => {
      const open = rows.map(({ at, ...row }) => promise(row.caseId, { ...row, promisedAt: new Date(at) }))
      expect(joins(wish, open.toReversed())).toEqual(joins(wish, open))
    }),
  )
})
