import { expect, test } from 'vitest'
import { repairMojibake, withCharset } from './decode.ts'

test.each([
  ['StraÃŸe', 'Straße'],
  ['fÃ¼nf â€“ sechs', 'fünf – sechs'],
  // One sign that the wrong table cannot have made: it was what it says.
  ['StraÃŸe 漢', 'StraÃŸe 漢'],
  ['Â und Ÿ', 'Â und Ÿ'],
  ['Straße', 'Straße'],
])('given %j, it is read as %j', (given, expected) => expect(repairMojibake(given)).toBe(expected))

test.each([
  ['Content-Type: text/plain\r\n\r\nx', 'Content-Type: text/plain; charset=windows-1252\r\n\r\nx'],
  ['Content-Type: text/plain; charset=utf-8\r\n\r\nx', 'Content-Type: text/plain; charset=utf-8\r\n\r\nx'],
  // What stands in the text is no head of it.
  [
    'Subject: x\r\n\r\nContent-Type: image/png',
    'Content-Type: text/plain; charset=windows-1252\r\nSubject: x\r\n\r\nContent-Type: image/png',
  ],
])('given %j, the parser is told %j', (raw, told) =>
  expect(withCharset(Buffer.from(raw, 'latin1'), 'windows-1252').toString('latin1')).toBe(told),
)
