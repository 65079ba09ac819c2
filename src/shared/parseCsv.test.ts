import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { parseCsv } from './parseCsv.ts'

const cells = (text: string, separator = ';') => [...parseCsv(text, separator)].map((row) => row.cells)

describe('a table of text', () => {
  test.each([
    [
      'a;b\nc;d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\r\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\uFEFFTag;Anrufe\r\n', [['Tag', 'Anrufe']]],
    ['"a;b";"sie sagte ""ja"""\n', [['a;b', 'sie sagte "ja"']]],
    [
      '"zwei\nZeilen";x\ny;z',
      [
        ['zwei\nZeilen', 'x'],
        ['y', 'z'],
      ],
    ],
    ['a;;\n\n\nb', [['a', '', ''], ['b']]],
    ['', []],
  ])('given %j, its cells are found', (text, expected) => expect(cells(text)).toEqual(expected))

  test('given cells of several lines, each row knows the line in which it begins', () => {
    const rows = [...parseCsv('kopf;x\n"a\nb";y\n\nz;1\n', ';')]
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test('given a file that ends inside of a cell, says so', () => {
    const rows = [...parseCsv('a;b\n"offen;c\nd', ';')]
    expect(rows.map(({ cut, cells: found }) => [cut, found])).toEqual([
      [false, ['a', 'b']],
      [true, ['offen;c\nd']],
    ])
  })

  test('given anything that we write ourselves, the same comes back', () => {
    // What a spreadsheet would take for a formula is written with a mark before it.
    const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text) && !text.includes('\uFEFF'))
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 })
    fc.assert(
      fc.property(table, (lines) => {
        expect(cells(csvOf(lines))).toEqual(lines)
      }),
    )
  })

  test('given any text, it ends, and loses no row that follows', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r', ',') }), (text) => {
        const rows = [...parseCsv(text, ';')]
        expect(rows.every(({ line }, n) => n === 0 || line > rows[n - 1]!.line)).toBe(true)
      }),
    )
  })
})
