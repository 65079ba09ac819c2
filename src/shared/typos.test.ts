import { describe, expect, it } from 'vitest'
import { countErrors, forgivenErrors } from './typos.ts'

describe('countErrors', () => {
  it.each([
    ['hund', 'hund', 0],
    ['hnud', 'hund', 1],
    ['hud', 'hund', 1],
    ['hunnd', 'hund', 1],
    ['hubd', 'hund', 1],
    ['fürung', 'führungs', 2],
    ['katze', 'hund', 3],
    ['', 'ab', 2],
  ])('given "%s" for "%s", counts %i (3 stands for more than 2)', (typed, word, errors) => {
    expect(countErrors(typed, word, 2, false)).toBe(errors)
  })

  it.each([
    ['meldebe', 'meldebescheinigung', 0],
    ['medlebe', 'meldebescheinigung', 1],
    ['maldabe', 'meldebescheinigung', 2],
    ['wohngeld', 'wohn', 3],
  ])('given "%s" as a beginning of "%s", counts %i', (typed, word, errors) => {
    expect(countErrors(typed, word, 2, true)).toBe(errors)
  })
})

describe('forgivenErrors', () => {
  it.each([
    [3, 0],
    [4, 1],
    [7, 1],
    [8, 2],
  ])('given %i letters, forgives %i', (letters, errors) => {
    expect(forgivenErrors(letters)).toBe(errors)
  })
})
