import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/** What German, English and Turkish need besides the letters themselves: digits of one width, a zero that is none of the letters. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'zero']
/** In the style sheet: `url('@fonts/FiraSans-Regular.latin.woff2')` with the `unicode-range` that it is to hold. */
const FACE =
  /@font-face\s*\{[^}]*url\('@fonts\/(?<font>[\w-]+)\.(?<part>[\w-]+)\.woff2'\)[^}]*unicode-range:(?<range>[^;}]+)/g

/**
 * Cuts fonts down to the letters that a style sheet names, so that a citizen's first page does not wait for Greek and
 * Cyrillic. Hinting goes too: telephones ignore it, and it is a third of each file. `@fonts/` is where the parts lie.
 * @param styleSheet with the faces @param from folder of the whole fonts @param to folder for the parts
 */
export function cutFonts(styleSheet: string, from: string, to: string): Plugin {
  return {
    name: 'cut-fonts',
    config: async () => {
      mkdirSync(to, { recursive: true })
      for (const { groups } of readFileSync(styleSheet, 'utf8').matchAll(FACE)) {
        const { font, part, range } = groups!
        const whole = readFileSync(join(from, `${font}.woff2`))
        const cut = await subsetFont(whole, lettersOf(range!), {
          targetFormat: 'woff2',
          keepFeatures: FEATURES,
          noHinting: true,
        })
        writeFileSync(join(to, `${font}.${part}.woff2`), cut)
      }
      return { resolve: { alias: { '@fonts': to } } }
    },
  }
}

/** @param range as CSS has it: 'U+0020-007E, U+20AC' */
export function lettersOf(range: string): string {
  return range
    .split(',')
    .flatMap((span) => {
      const [first = 0, last = first] = span
        .trim()
        .replace(/^U\+/i, '')
        .split('-')
        .map((code) => Number.parseInt(code, 16))
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
    })
    .join('')
}
