import { describe, expect, it } from 'vitest'
import { byLetter } from './byLetter.ts'

describe('byLetter', () => {
  it('given names with umlauts, puts them under their base letter in dictionary order', () => {
    const names = ['Zweitwohnsitz', 'Übersetzung', 'Adresse', 'Änderung', 'Umzug', 'Ausweis']
    expect(byLetter(names, (name) => name)).toEqual([
      { letter: 'A', members: ['Adresse', 'Änderung', 'Ausweis'] },
      { letter: 'U', members: ['Übersetzung', 'Umzug'] },
      { letter: 'Z', members: ['Zweitwohnsitz'] },
    ])
  })

  it('given nothing, has no letters', () => {
    expect(byLetter([], String)).toEqual([])
  })
})
