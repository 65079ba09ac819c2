import { describe, expect, test } from 'vitest'
import { ASTERISK_CDR, type CallsMapping } from '../contract.ts'
import { readCalls } from './readCalls.ts'

const MAPPING: CallsMapping = {
  separator: ';',
  encoding: 'utf-8',
  header: true,
  at: { day: 0, time: 1, form: 'german' },
  wait: { column: 2, unit: 'clock', minus: null },
  talk: { column: 3, unit: 's', minus: null },
  answered: null,
  only: { column: 4, words: ['ein', 'eingehend'] },
  queue: 5,
  id: null,
}
const FILE = `Tag;Uhrzeit;gewartet;gesprochen;Richtung;Ziel
31.8.2020;9:00;0:12;120;ein;Bürgerbüro
31.8.2020;9:00;0:12;120;ein;Bürgerbüro
31.8.2020;9:05;1:02:03;0;Eingehend;Bürgerbüro
31.8.2020;9:06;0:05;60;aus;01713920077
31.8.2020;9:07;0:05;60;ein;0171 3920077
31.8.2020;gleich;0:05;60;ein;x
31.8.2020;9:08;fünf;60;ein;x
25.10.2020;2:30;0:05;60;ein;x
24.10.2020;2:30;;;ein;x
"31.8.2020;9:09
`

const read = (text: string, mapping: CallsMapping) => {
  const all = [...readCalls(text, mapping, 'Europe/Berlin')]
  return {
    calls: all.flatMap((one) => ('call' in one ? [one.call] : [])),
    odd: all.flatMap((one) => ('odd' in one ? [`${one.odd.line} ${one.odd.kind}`] : [])),
  }
}

describe('a table of calls', () => {
  test('given a mapping, each row that can be read is a call, each other one is named, what is not meant is passed over', () => {
    const { calls, odd } = read(FILE, MAPPING)
    expect(calls.map(({ queue, end, waitS, talkS }) => [queue, end, waitS, talkS])).toEqual([
      ['Bürgerbüro', 'answered', 12, 120],
      ['Bürgerbüro', 'answered', 12, 120],
      ['Bürgerbüro', 'abandoned', 3_723, null],
      // Nobody's number is kept.
      ['andere Nummer', 'answered', 5, 60],
      ['x', 'abandoned', null, null],
    ])
    expect(odd).toEqual(['7 unreadable', '8 impossible-duration', '9 unclear-hour', '11 truncated'])
    expect(JSON.stringify(calls)).not.toContain('3920077')
  })

  test('given no names, two that say the same are two, and the same two in another file', () => {
    const ids = (text: string) => read(text, MAPPING).calls.map(({ id }) => id)
    expect(new Set(ids(FILE)).size).toBe(ids(FILE).length)
    const later = `${FILE.split('\n').slice(0, 3).join('\n')}\n1.9.2020;9:00;0:12;120;ein;Bürgerbüro\n`
    expect(ids(later).filter((id) => ids(FILE).includes(id))).toHaveLength(2)
  })

  test('given the record of calls of an Asterisk, takes its columns as its documentation names them', () => {
    const row = (start: string, duration: number, billsec: number, disposition: string, id: string) =>
      `"","anonymous","2030","buero","""Kim"" <anonymous>","PJSIP/t-1","PJSIP/21-2","Queue","buero,t","${start}","","${start}",${duration},${billsec},"${disposition}","DOCUMENTATION","${id}",""`
    const { calls, odd } = read(
      [
        row('2020-08-31 09:00:12', 74, 60, 'ANSWERED', '1598857212.7'),
        row('2020-08-31 09:01:00', 45, 0, 'NO ANSWER', '1598857260.8'),
        row('2020-08-31 09:02:00', 10, 60, 'ANSWERED', '1598857320.9'),
      ].join('\n'),
      ASTERISK_CDR,
    )
    expect(calls).toEqual([
      {
        id: '1598857212.7',
        queue: '2030',
        offeredAt: 1_598_857_212_000,
        end: 'answered',
        waitS: 14,
        talkS: 60,
      },
      {
        id: '1598857260.8',
        queue: '2030',
        offeredAt: 1_598_857_260_000,
        end: 'abandoned',
        waitS: 45,
        talkS: null,
      },
    ])
    expect(odd).toEqual(['3 impossible-duration'])
  })

  test('given milliseconds and words for an answer, both are understood', () => {
    const mapping: CallsMapping = {
      ...MAPPING,
      separator: ',',
      header: false,
      at: { day: 0, time: null, form: 'unix' },
      wait: { column: 1, unit: 'ms', minus: null },
      talk: null,
      answered: { column: 2, words: ['ja', 'yes'] },
      only: null,
      queue: null,
      id: 3,
    }
    expect(read('1598857212,14600,Ja,a\n1598857213,5,nein,b\n', mapping).calls).toEqual([
      { id: 'a', queue: '', offeredAt: 1_598_857_212_000, end: 'answered', waitS: 15, talkS: null },
      { id: 'b', queue: '', offeredAt: 1_598_857_213_000, end: 'abandoned', waitS: 1, talkS: null },
    ])
  })
})
