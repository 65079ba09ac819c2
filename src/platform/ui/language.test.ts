import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseLanguage, PAGE_LANGUAGES } from './language.ts'

describe('chooseLanguage', () => {
  it.each([
    { parameter: 'en', accept: 'de-DE,de;q=0.9', lang: 'en', byLink: true },
    { parameter: 'einfach', accept: '', lang: 'einfach', byLink: true },
    { parameter: undefined, accept: '', lang: 'de', byLink: false },
    { parameter: undefined, accept: 'en-GB,en;q=0.9', lang: 'en', byLink: false },
    { parameter: undefined, accept: 'en;q=0.5, de;q=0.8', lang: 'de', byLink: false },
    { parameter: undefined, accept: 'fr, en;q=0.3', lang: 'en', byLink: false },
    { parameter: undefined, accept: 'tr', lang: 'de', byLink: false },
    { parameter: undefined, accept: 'en;q=0, de', lang: 'de', byLink: false },
    { parameter: undefined, accept: 'enm', lang: 'de', byLink: false },
    { parameter: 'xx', accept: 'en', lang: 'en', byLink: false },
  ])('given lang=$parameter and "$accept", chooses $lang', ({ parameter, accept, lang, byLink }) => {
    expect(chooseLanguage(parameter, accept)).toEqual({ lang, byLink })
  })

  it('given any header, chooses one of our languages', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(PAGE_LANGUAGES).toContain(chooseLanguage(undefined, header).lang)
      }),
    )
  })
})
