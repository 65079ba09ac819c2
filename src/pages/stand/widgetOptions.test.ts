import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PAGE_LANGUAGES } from '../../platform/ui/language.ts'
import { COLOURS, readWidgetOptions, WIDGET_PARTS, widgetQuery } from './widgetOptions.ts'

const read = (text: string) => readWidgetOptions(new URLSearchParams(text), 'de')
const optionsArbitrary = fc.record({
  lang: fc.constantFrom(...PAGE_LANGUAGES),
  colour: fc.constantFrom(...COLOURS),
  parts: fc.subarray([...WIDGET_PARTS], { minLength: 1 }),
})

describe('the options of the widget', () => {
  test('given any options, what is written is read again as they were', () => {
    fc.assert(
      fc.property(optionsArbitrary, fc.constantFrom(...PAGE_LANGUAGES), (options, usual) => {
        expect(readWidgetOptions(new URLSearchParams(widgetQuery(options).toString()), usual)).toEqual({
          options,
          errors: [],
        })
      }),
    )
  })

  test('given any address, there is always something to show, and only what exists', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (sprache, farbe, teile) => {
        const query = new URLSearchParams({ sprache, farbe, teile })
        const { options, errors } = readWidgetOptions(query, 'en')
        expect(options.parts.length).toBeGreaterThan(0)
        expect(COLOURS).toContain(options.colour)
        const wrong = errors.map(([name]) => name)
        expect(wrong.includes('farbe')).toBe(!COLOURS.some((each) => each === farbe))
      }),
    )
  })

  test('given none, shows everything in the usual language', () => {
    expect(read('')).toEqual({ options: { lang: 'de', colour: 'auto', parts: WIDGET_PARTS }, errors: [] })
  })

  test('given parts one by one or as a list, in any order, they come in the order of the page', () => {
    const parts = ['warten', 'termine']
    expect(read('teile=termine,warten').options.parts).toEqual(parts)
    expect(read('teile=termine&teile=warten').options.parts).toEqual(parts)
  })

  test('given an old address, its `lang` still counts; `sprache` counts before it', () => {
    expect(read('lang=en').options.lang).toBe('en')
    expect(read('lang=en&sprache=einfach').options.lang).toBe('einfach')
  })

  test.each([
    ['farbe=rot', 'farbe'],
    ['sprache=fr', 'sprache'],
    ['teile=wetter', 'teile'],
    ['teile=warten,wetter', 'teile'],
    ['teile=', 'teile'],
  ])('given %s, names what is possible', (text, name) => {
    expect(read(text).errors).toEqual([
      [name, name === 'farbe' ? COLOURS : name === 'sprache' ? PAGE_LANGUAGES : WIDGET_PARTS],
    ])
  })
})
