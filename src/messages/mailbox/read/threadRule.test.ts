import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseStanding, type ThreadFacts, threadOf } from './threadRule.ts'

const facts = (over: Partial<ThreadFacts>): ThreadFacts => ({
  ownIds: [],
  forgedIds: false,
  subjectCases: [],
  senderKnownTo: () => true,
  caseState: () => 'open',
  automatic: null,
  fromFault: null,
  ours: false,
  ...over,
})

describe('where a mail belongs', () => {
  test('given our signed id and its person, into that case', () =>
    expect(threadOf(facts({ ownIds: ['a'] }))).toEqual({ kind: 'append', caseId: 'a', reopens: false }))

  test('given our signed id and a stranger, waits', () =>
    expect(threadOf(facts({ ownIds: ['a'], senderKnownTo: () => false }))).toEqual({
      kind: 'quarantine',
      why: 'stranger',
    }))

  test('given an id that only looks like ours, waits', () =>
    expect(threadOf(facts({ forgedIds: true, subjectCases: ['a'] }))).toEqual({
      kind: 'quarantine',
      why: 'forged',
    }))

  test('given a number in the subject, into the case of its own person; of somebody else it is a new one', () => {
    expect(threadOf(facts({ subjectCases: ['a'] }))).toMatchObject({ kind: 'append', caseId: 'a' })
    expect(threadOf(facts({ subjectCases: ['a'], senderKnownTo: () => false }))).toEqual({
      kind: 'new',
      mentions: 'a',
    })
  })

  test('given what we signed and another number, what we signed counts', () =>
    expect(threadOf(facts({ ownIds: ['a'], subjectCases: ['b'] }))).toMatchObject({ caseId: 'a' }))

  test('given two numbers, a person decides', () =>
    expect(threadOf(facts({ subjectCases: ['a', 'b'] }))).toEqual({
      kind: 'quarantine',
      why: 'several-numbers',
    }))

  test('given a merged case, into the one it was merged into', () => {
    const caseState = (id: string): CaseStanding => (id === 'a' ? { mergedInto: 'b' } : 'open')
    expect(threadOf(facts({ ownIds: ['a'], caseState }))).toMatchObject({ caseId: 'b' })
  })

  test('given cases merged in a circle, comes to an end', () => {
    const caseState = (id: string): CaseStanding => ({ mergedInto: id === 'a' ? 'b' : 'a' })
    expect(threadOf(facts({ ownIds: ['a'], caseState }))).toEqual({ kind: 'new', mentions: 'a' })
  })

  test('given a case that ended, reopens it for some time; later it is a new one that names it', () => {
    expect(threadOf(facts({ ownIds: ['a'], caseState: () => 'ended-recently' }))).toMatchObject({
      reopens: true,
    })
    expect(threadOf(facts({ ownIds: ['a'], caseState: () => 'ended-long-ago' }))).toEqual({
      kind: 'new',
      mentions: 'a',
    })
  })

  test.each(['none', 'several', 'unreadable'] as const)('given a sender that is %s, waits', (fromFault) =>
    expect(threadOf(facts({ fromFault }))).toEqual({ kind: 'quarantine', why: `from-${fromFault}` }),
  )

  test('given our own mail, is set aside', () =>
    expect(threadOf(facts({ ours: true, ownIds: ['a'] }))).toEqual({ kind: 'own' }))

  test('given any mail, machines change nothing and strangers come into no case', () => {
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c'))
    const any = fc.record({
      ownIds: ids,
      forgedIds: fc.boolean(),
      subjectCases: ids,
      known: ids,
      state: fc.constantFrom<CaseStanding>('open', 'ended-recently', 'ended-long-ago'),
      automatic: fc.option(fc.constantFrom('auto-submitted' as const, 'absence' as const), { nil: null }),
      fromFault: fc.option(fc.constantFrom('none' as const, 'several' as const), { nil: null }),
      ours: fc.boolean(),
    })
    fc.assert(
      fc.property(any, ({ known, state, ...given }) => {
        const senderKnownTo = (id: string): boolean => known.some((one) => one === id)
        const thread = threadOf({ ...given, senderKnownTo, caseState: () => state })
        if (given.automatic) expect(['automatic', 'own']).toContain(thread.kind)
        if (thread.kind === 'append') {
          expect(known).toContain(thread.caseId)
          expect([...given.ownIds, ...given.subjectCases]).toContain(thread.caseId)
          expect(given.fromFault).toBeNull()
        }
      }),
    )
  })
})
