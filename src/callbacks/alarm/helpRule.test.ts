import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Colleague, type HelpFacts, helpsFor } from './helpRule.ts'

const left = { start: 0, end: 60 }
const colleague = (name: string, inHand = 0, onDuty = [left]): Colleague => ({
  id: name,
  name,
  onDuty,
  inHand,
})
const facts = (more: Partial<HelpFacts> = {}): HelpFacts => ({
  left,
  ownerId: null,
  deputyId: null,
  colleagues: [],
  teams: [],
  later: 'heute 15–16 Uhr',
  asked: false,
  overloaded: false,
  ...more,
})
const texts = (more: Partial<HelpFacts>) => helpsFor(facts(more)).map(({ text }) => text)

test('given nobody has it, whoever on duty has least in hand', () => {
  const colleagues = [colleague('Anna', 3), colleague('Bert', 1), colleague('Carl', 0, [])]
  expect(texts({ colleagues })).toEqual(['An Bert geben', 'Um später bitten: heute 15–16 Uhr'])
})

test('given an owner who is away, the deputy before anybody else; one who is there keeps it', () => {
  const colleagues = [colleague('Anna', 0), colleague('Bert', 9), colleague('Carl', 0, [])]
  expect(texts({ colleagues, ownerId: 'Carl', deputyId: 'Bert' })[0]).toBe('An Bert geben (Vertretung)')
  expect(texts({ colleagues, ownerId: 'Carl', deputyId: 'Carl' })[0]).toBe('An Anna geben')
  expect(texts({ colleagues, ownerId: 'Anna', deputyId: 'Bert' })).toEqual([
    'Um später bitten: heute 15–16 Uhr',
  ])
})

test('given more work than all on duty get to, one of them comes last', () => {
  const teams = [{ id: 'a', name: 'Bürgertelefon', free: [left] }]
  expect(texts({ colleagues: [colleague('Anna')], teams, overloaded: true })).toEqual([
    'An Bürgertelefon weitergeben',
    'Um später bitten: heute 15–16 Uhr',
    'An Anna geben',
  ])
})

test('given another team with room in what is left, it is proposed; one with room later is not', () => {
  const room = { id: 'a', name: 'Bürgertelefon', free: [{ start: 30, end: 90 }] }
  const later = { id: 'b', name: 'Ordnungsamt', free: [{ start: 60, end: 120 }] }
  expect(texts({ teams: [later, room] })[0]).toBe('An Bürgertelefon weitergeben')
  expect(texts({ teams: [later], asked: true })).toEqual([])
  expect(texts({ later: null })).toEqual(['Um später bitten'])
})

test('given anything, nothing is proposed to who is away, nor to the owner, and nothing twice', () => {
  const anyone = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    name: fc.constantFrom('A', 'B'),
    inHand: fc.nat(5),
    onDuty: fc.constantFrom([], [left], [{ start: 60, end: 90 }]),
  })
  const people = fc.uniqueArray(anyone, { selector: ({ id }) => id })
  const id = fc.option(fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(people, id, id, fc.boolean(), (colleagues, ownerId, deputyId, asked) => {
      const helps = helpsFor(facts({ colleagues, ownerId, deputyId, asked }))
      expect(new Set(helps.map(({ help }) => help.kind)).size).toBe(helps.length)
      for (const { help } of helps) {
        if (help.kind !== 'give') continue
        expect(help.ownerId).not.toBe(ownerId)
        expect(colleagues.find((one) => one.id === help.ownerId)?.onDuty).toEqual([left])
      }
    }),
  )
})
