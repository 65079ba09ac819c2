import { expect, test } from 'vitest'
import { ASTERISK_CDR } from '../contract.ts'
import { guessMapping } from './guessMapping.ts'

const bytes = (text: string) => Buffer.from(text)

test('given a German table with a day and a time, finds them, the durations and the queue by their names', () => {
  const text = `Anruf-ID;Datum;Uhrzeit;Wartezeit;Gesprächsdauer;Warteschlange
7;31.8.2020;9:00;0:12;120;Bürgerbüro
8;31.8.2020;9:05;1:02;0;Bürgerbüro
`
  expect(guessMapping(bytes(text))).toEqual({
    separator: ';',
    encoding: 'utf-8',
    header: true,
    at: { day: 1, time: 2, form: 'german' },
    wait: { column: 3, unit: 'clock', minus: null },
    talk: { column: 4, unit: 's', minus: null },
    answered: null,
    only: null,
    queue: 5,
    id: 0,
  })
})

test('given a file of an older Windows, knows its letters', () => {
  const latin = Buffer.from('Zeit;Büro\n31.8.2020 9:00;Bürgerbüro\n', 'latin1')
  expect(guessMapping(latin)).toMatchObject({
    encoding: 'windows-1252',
    at: { day: 0, time: null, form: 'german' },
  })
})

test('given no names and a comma, sees that the first row is a call already', () => {
  expect(
    guessMapping(bytes('a,2020-08-31 09:00:12,5\nb,2020-08-31 09:01:12,5\nc,2020-08-31 09:02')),
  ).toMatchObject({
    separator: ',',
    header: false,
    at: { day: 1, time: null, form: 'iso' },
  })
})

test.each(['', '\n\n', 'Unsinn', '"offen', ';;;;\n;;;;\n'])(
  'given %j, guesses something and does not fail',
  (text) => expect(guessMapping(bytes(text)).at.form).toBeDefined(),
)

const cdr = (start: string, disposition: string) =>
  `"","02306555001","1042030","bb","""Jana"" <02306555001>","SIP/a-1","SIP/21-2","Queue","buero","${start}","${start}","${start}",75,60,"${disposition}","DOCUMENTATION","1598857200.1",""\n`

test('given the record of calls of Asterisk, knows its columns without names', () => {
  const text = cdr('2020-08-31 09:00:00', 'ANSWERED') + cdr('2020-08-31 09:10:00', 'NO ANSWER')
  expect(guessMapping(bytes(text))).toEqual(ASTERISK_CDR)
  expect(guessMapping(bytes(cdr('2020-08-31 09:00:00', 'vielleicht')))).not.toEqual(ASTERISK_CDR)
})
