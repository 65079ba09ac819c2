import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test.each([
  { cell: 'Bürgerbüro', line: 'Bürgerbüro' },
  { cell: 12, line: '12' },
  { cell: -3, line: '-3' },
  { cell: null, line: '' },
  { cell: 'Ausweis; Pass', line: '"Ausweis; Pass"' },
  { cell: 'Amt "Mitte"', line: '"Amt ""Mitte"""' },
  { cell: '=HYPERLINK("x")', line: `"'=HYPERLINK(""x"")"` },
  { cell: '@summe', line: "'@summe" },
])('given $cell, the line is $line', ({ cell, line }) => {
  expect(csvOf([[cell]])).toBe(`\uFEFF${line}\r\n`)
})

test('given any text, a spreadsheet reads no formula and as many cells as there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
      const text = csvOf([cells]).slice(1, -2)
      const read = [...`;${text}`.matchAll(/;(?:"((?:[^"]|"")*)"|([^";\r\n]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      )
      expect(read).toEqual(cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)))
      for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
