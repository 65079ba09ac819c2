import { expect, test } from 'vitest'
import { headersOf, idsIn } from './headers.ts'

const headers = (raw: string) => headersOf(Buffer.from(raw, 'latin1'))

test('given a folded line, it is one', () => {
  const read = headers('References: <a@x>\r\n\t<b@x>\r\n <c@x>\r\nSubject: Laterne\r\n\r\n')
  expect(read.get('references')).toEqual(['<a@x> <b@x> <c@x>'])
  expect(read.get('subject')).toEqual(['Laterne'])
})

test('given lines of the text that look like a head, they are none', () => {
  const read = headers('Subject: x\r\n\r\nAuto-Submitted: auto-replied\r\n\r\nReturn-Path: <>\r\n')
  expect([...read.keys()]).toEqual(['subject'])
})

test('given a name twice, in any case, both stand there in their order, without what is around them', () => {
  expect(headers('FROM:  a@x \r\nfrom :\tb@x\t\r\n\r\n').get('from')).toEqual(['a@x', 'b@x'])
})

test('given lines that are no head, they are passed over', () => {
  const read = headers('From 1000 Mon Nov 23\r\nkein Kopf\r\n: leer\r\nX-Leer:\r\nSubject: x\r\n\r\n')
  expect([...read]).toEqual([
    ['x-leer', ['']],
    ['subject', ['x']],
  ])
})

test('given comments and commas between ids, the ids are left', () => {
  expect(idsIn(['<a@x> (Antwort), <b@x>', 'kein', '<c @x>'])).toEqual(['<a@x>', '<b@x>'])
})
