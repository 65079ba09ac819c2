import { describe, expect, test } from 'vitest'
import type { DeskCategory } from '../../src/desk/contract.ts'
import { categoriesFor, readBackOf } from './reportRule.ts'

const street: DeskCategory = {
  id: 'strasse',
  name: 'Straße und Gehweg',
  description: 'Schlaglöcher, lose Platten',
  place: 'needed',
  questions: [
    {
      id: 'gefahr',
      label: 'Kann sich dort jemand verletzen?',
      kind: 'choice',
      required: true,
      options: [
        { id: 'ja', name: 'ja, sicher' },
        { id: 'nein', name: 'nein' },
      ],
    },
    { id: 'seit', label: 'Seit wann', kind: 'text', required: false, options: [] },
  ],
  instead: null,
  teamName: 'Bürgertelefon',
}
const idea: DeskCategory = {
  ...street,
  id: 'idee',
  name: 'Idee oder Lob',
  description: 'Was gut war',
  place: 'none',
  questions: [],
}
const report = {
  key: 'k',
  categoryId: 'strasse',
  place: ' Am Markt ',
  isPrivate: false,
  answers: { gefahr: 'ja' },
  anonymous: false,
}

describe('categories while typing', () => {
  test.each([
    ['', ['strasse', 'idee']],
    ['STRASSE', ['strasse']],
    ['schlagloch', ['strasse']],
    ['gehlweg', []],
    ['schlagl geh', ['strasse']],
    ['löch', []],
    ['lob', ['idee']],
  ])('given "%s", leaves %j', (typed, ids) => {
    expect(categoriesFor([street, idea], typed).map(({ id }) => id)).toEqual(ids)
  })
})

describe('reading back', () => {
  test('given place and answers, says them in the words of the form, without what was not answered', () => {
    expect(readBackOf({ report, reason: 'Eine Platte ist lose!' }, street)).toBe(
      'Ich habe aufgenommen: Straße und Gehweg. Ort: Am Markt. Kann sich dort jemand verletzen: ja, sicher. Eine Platte ist lose! Stimmt das so?',
    )
  })

  test('given private ground, says so beside the place, and alone where no place was said', () => {
    const aloud = (place: string) =>
      readBackOf({ report: { ...report, place, isPrivate: true }, reason: '' }, street)
    expect(aloud('Am Markt')).toContain('Ort: Am Markt, auf privatem Grund.')
    expect(aloud(' ')).toContain('Gehweg. Auf privatem Grund. Kann')
  })

  test('given a category without a place, says none that was typed before', () => {
    expect(readBackOf({ report: { ...report, isPrivate: true }, reason: 'Danke' }, idea)).toBe(
      'Ich habe aufgenommen: Idee oder Lob. Danke. Stimmt das so?',
    )
  })
})
