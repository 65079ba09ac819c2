import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ASTERISK_CDR } from '../contract.ts'
import { joinLegs } from './joinLegs.ts'
import { readCalls } from './readCalls.ts'

/** A row of an Asterisk's record: when it began to ring, how long in all, of that talked. */
const row = (id: string, start: string, duration: number, talked: number) =>
  `"","anonymous","2030","buero","""Kim"" <anonymous>","PJSIP/t-1","PJSIP/21-2","Queue","buero,t","2020-08-31 ${start}","","2020-08-31 ${start}",${duration},${talked},"${talked > 0 ? 'ANSWERED' : 'NO ANSWER'}","DOCUMENTATION","${id}",""`

function read(...rows: readonly string[]) {
  const all = [...joinLegs(readCalls(rows.join('\n'), ASTERISK_CDR, 'Europe/Berlin'))]
  return {
    calls: all.flatMap((one) => ('call' in one ? [one.call] : [])),
    odd: all.flatMap((one) => ('odd' in one ? [`${one.odd.line} ${one.odd.kind}`] : [])),
  }
}
const AT_NINE = Date.UTC(2020, 7, 31, 7)

describe('rows of one name', () => {
  test('given desks that rang in vain before one answered, are one call that was answered then', () => {
    const { calls, odd } = read(
      row('a', '09:00:00', 20, 0),
      row('a', '09:00:20', 20, 0),
      row('b', '09:00:30', 15, 0),
      row('a', '09:00:40', 75, 60),
    )
    const shared = { queue: '2030', end: 'answered', talkS: 60 }
    expect(calls).toEqual([
      // 40 s until the third desk rang, and 15 s until it was picked up.
      { ...shared, id: 'a', offeredAt: AT_NINE, waitS: 55 },
      { ...shared, id: 'b', offeredAt: AT_NINE + 30_000, end: 'abandoned', waitS: 15, talkS: null },
    ])
    expect(odd).toEqual(['2 same-call', '4 same-call'])
  })

  test('given desks that rang at once, and one of them answered, are answered, whichever row came first', () => {
    const rows = [row('a', '09:00:00', 8, 0), row('a', '09:00:00', 68, 60), row('a', '09:00:00', 8, 0)]
    for (const order of [rows, rows.toReversed()])
      expect(read(...order).calls).toMatchObject([{ end: 'answered', waitS: 8, talkS: 60 }])
    expect(read(...rows).odd).toEqual(['2 same-call', '3 repeated'])
  })

  test('given a call that was put through, the first answer counts', () => {
    const { calls } = read(row('a', '09:02:00', 130, 120), row('a', '09:00:00', 70, 60))
    expect(calls).toMatchObject([{ offeredAt: AT_NINE, end: 'answered', waitS: 10, talkS: 60 }])
  })

  test('given nobody answered, waited until the last of them ended', () => {
    const { calls } = read(row('a', '09:00:00', 20, 0), row('a', '09:00:20', 40, 0))
    expect(calls).toMatchObject([{ end: 'abandoned', waitS: 60, talkS: null }])
  })

  test('given rows whose wait is not told, neither is the call’s', () => {
    const untold = { ...ASTERISK_CDR, wait: null }
    const rows = [row('a', '09:00:00', 20, 0), row('a', '09:00:20', 40, 0), row('b', '09:00:20', 40, 10)]
    const all = [...joinLegs(readCalls(rows.join('\n'), untold, 'Europe/Berlin'))]
    expect(all.flatMap((one) => ('call' in one ? [one.call.waitS] : []))).toEqual([null, null])
  })

  test('given any rows, each name is one call, which began with the first and was answered if one was', () => {
    const leg = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      second: fc.integer({ min: 0, max: 59 }),
      rang: fc.integer({ min: 0, max: 30 }),
      talked: fc.integer({ min: 0, max: 2 }),
    })
    fc.assert(
      fc.property(fc.array(leg, { maxLength: 12 }), (legs) => {
        const rows = legs.map(({ id, second, rang, talked }) =>
          row(id, `09:00:${String(second).padStart(2, '0')}`, rang + talked, talked),
        )
        const { calls, odd } = read(...rows)
        expect(calls.length + odd.filter((one) => /same-call|repeated/.test(one)).length).toBe(legs.length)
        expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length)
        for (const call of calls) {
          const own = legs.filter(({ id }) => id === call.id)
          const first = Math.min(...own.map(({ second }) => second))
          const answered = own.filter(({ talked }) => talked > 0)
          const ends = (answered.length > 0 ? answered : own).map(({ second, rang }) => second + rang - first)
          expect(call.offeredAt).toBe(AT_NINE + first * 1000)
          expect(call.end).toBe(answered.length > 0 ? 'answered' : 'abandoned')
          expect(call.waitS).toBe(answered.length > 0 ? Math.min(...ends) : Math.max(...ends))
        }
      }),
    )
  })
})
