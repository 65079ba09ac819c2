import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { readCsv } from './readCsv.ts'

test('given quotes, semicolons and line ends in cells, they are read, with the line on which each began', () => {
  expect(readCsv('\uFEFFa;b\r\n"x;1";"sagt ""ja"""\n\n"zwei\nZeilen";\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x;1', 'sagt "ja"'] },
    { line: 4, cells: ['zwei\nZeilen', ''] },
  ])
})

test('given a last line without an end, or an empty last cell, nothing is lost', () => {
  expect(readCsv('a;b\n1;')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', ''] },
  ])
  expect(readCsv('')).toEqual([])
})

test('given a quote that is never closed, or words behind one, there is no guess', () => {
  expect(readCsv('a;"b\nc;d')).toBeNull()
  expect(readCsv('"a"b;c\n')).toBeNull()
})

test('given what the house writes, it reads the same', () => {
  // What looks like a formula is written as a text; blanks around a cell mean nothing.
  const cell = fc.stringMatching(/^[a-zäöüß][a-zäöüß0-9 ;"\n.-]{0,12}[a-zäöüß]$/)
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rows) => {
      expect(readCsv(csvOf(rows))?.map(({ cells }) => cells)).toEqual(rows)
    }),
  )
})
