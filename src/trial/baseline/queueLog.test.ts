import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countPast } from './countPast.ts'
import type { PastCall } from './pastCall.ts'
import { readQueueLog } from './queueLog.ts'

async function read(text: string): Promise<{ calls: PastCall[]; odd: string[] }> {
  const lines = text.split('\n')
  const cut = lines.at(-1) !== ''
  let at = 0
  async function* given() {
    for (const line of lines) {
      at += 1
      yield line
    }
  }
  const calls: PastCall[] = []
  const odd: string[] = []
  for await (const one of readQueueLog(given(), () => cut && at === lines.length)) {
    if ('call' in one) calls.push(one.call)
    else odd.push(`${one.odd.line} ${one.odd.kind}`)
  }
  return { calls, odd }
}

/** Of a small day in a citizens' office, in the order in which Asterisk writes it. */
const DAY = `1598857200|NONE|NONE|NONE|QUEUESTART|
1598857201|NONE|buero|SIP/21|ADDMEMBER|
1598857210|1598857210.1|buero|NONE|ENTERQUEUE||02306104|1
1598857212|1598857212.2|buero|NONE|ENTERQUEUE||anonymous|2|Kim
1598857220|1598857210.1|buero|SIP/21|RINGNOANSWER|5000
1598857224|1598857210.1|buero|SIP/21|CONNECT|14|1598857219.9|4
1598857230|1598857230.3|meldungen|NONE|ENTERQUEUE||02306105|1
1598857272|1598857212.2|buero|NONE|ABANDON|1|2|60
1598857284|1598857210.1|buero|SIP/21|COMPLETECALLER|14|60|1
1598857300|1598857300.4|buero|NONE|ENTERQUEUE||02306106|1
1598857320|1598857300.4|buero|SIP/22|CONNECT|20|1598857318.9|2
1598857325|1598857325.5|buero|NONE|ENTERQUEUE||02306107|1
1598857330|1598857325.5|buero|NONE|EXITWITHKEY|1|1|1|5
1598857350|1598857300.4|buero|SIP/22|BLINDTRANSFER|200|intern|20|30|1
1598857400|1598857230.3|meldungen|NONE|EXITWITHTIMEOUT|1|1|170
`

describe('a queue_log', () => {
  test('given a small day, each call comes out once, with its waits to the second', async () => {
    const { calls, odd } = await read(DAY)
    expect(odd).toEqual([])
    expect(calls.map(({ queue, end, waitS, talkS }) => [queue, end, waitS, talkS])).toEqual([
      ['buero', 'abandoned', 60, null],
      ['buero', 'answered', 14, 60],
      ['buero', 'left', 5, null],
      ['buero', 'answered', 20, 30],
      ['meldungen', 'timed-out', 170, null],
    ])
    expect(new Date(calls[0]!.offeredAt).toISOString()).toBe('2020-08-31T07:00:12.000Z')
  })

  test('given its days, the hand-computed share comes out', async () => {
    const { calls } = await read(DAY)
    // Within 15 s: one. Decided: 14 s and 20 s answered, 60 s given up, 170 s in vain; who left by a key is no one's miss.
    expect([...countPast(calls, 'Europe/Berlin').values()]).toMatchObject([
      { day: '2020-08-31', offered: 5, answered: 2, answered15: 1, promiseKept: 1, promiseDecided: 4 },
    ])
  })

  test('given what cannot be, names each line of it and guesses nothing', async () => {
    const { calls, odd } = await read(
      [
        '1598857210|1|buero|NONE|ABANDON|1|1|9',
        'Unsinn',
        '1598857210|2|buero|NONE|ENTERQUEUE||x|1',
        '1598857200|3|buero|NONE|ENTERQUEUE||x|1',
        '1598857230|2|buero|NONE|ABANDON|1|1|-20',
        '1598857231|3|buero|SIP/1|CONNECT|900000|9|1',
        '1598857240|3|buero|SIP/1|COMPLETEAGENT|x|12|1',
        '1598857250|4|buero|NONE|ENTERQUEUE||x|1',
        '1598857260|4|bue',
      ].join('\n'),
    )
    expect(odd).toEqual([
      '1 no-beginning',
      '2 unreadable',
      '4 clock-back',
      '5 impossible-duration',
      '6 impossible-duration',
      '7 impossible-duration',
      '9 truncated',
      '9 no-end',
    ])
    expect(calls.map(({ end, waitS, talkS }) => [end, waitS, talkS])).toEqual([
      ['abandoned', null, null],
      ['answered', null, 12],
      ['unknown', null, null],
    ])
  })

  test('given a call that waits a second time, both waits are calls of their own', async () => {
    const again = ['10', '30'].map((s) => `15988572${s}|1|buero|NONE|ENTERQUEUE||x|1`)
    const ends = ['20', '40'].map((s) => `15988572${s}|1|buero|NONE|EXITWITHTIMEOUT|1|1|10`)
    const { calls, odd } = await read([again[0], ends[0], again[1], ends[1], ''].join('\n'))
    expect([calls.length, new Set(calls.map(({ id }) => id)).size, odd]).toEqual([2, 2, []])
  })

  test('given any lines in any order, as many calls come out as went in, none twice, and nothing throws', async () => {
    const line = fc.tuple(
      fc.integer({ min: 1_598_850_000, max: 1_598_860_000 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(
        'ENTERQUEUE||x|1',
        'CONNECT|5|y|1',
        'ABANDON|1|1|7',
        'COMPLETEAGENT|5|60|1',
        'PAUSE|',
        '',
        '|||',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 60 }), async (given) => {
        const text = given.map(([at, id, rest]) => `${at}|${id}|buero|NONE|${rest}`).join('\n')
        const { calls } = await read(`${text}\n`)
        expect(calls.length).toBe(given.filter(([, , rest]) => rest.startsWith('ENTERQUEUE')).length)
      }),
    )
  })
})
