import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfNumber, dayNumber } from '../../../shared/dayClock.ts'
import { readTally, type SheetDay } from './readTally.ts'

const TODAY = '2026-09-01'
const read = (...lines: string[]) => readTally(lines.join('\n'), TODAY)
const faultsOf = (...lines: string[]) => read(...lines).faults.map(({ line, is }) => `${line}: ${is}`)

describe('a tally sheet', () => {
  test('given a heading, German dates and empty cells, what nobody counted stays unknown', () => {
    expect(
      read('Tag;Anrufe;angenommen;aufgelegt;in 15 s', 'Mo, 1.6.2026;1.096;70;26;', '2026-06-02; 80'),
    ).toEqual({
      days: [
        { day: '2026-06-01', offered: 1096, answered: 70, abandoned: 26, answered15: null },
        { day: '2026-06-02', offered: 80, answered: null, abandoned: null, answered15: null },
      ],
      faults: [],
    })
  })

  test('given a paste from a spreadsheet or commas, the same is read', () => {
    const days = [{ day: '2026-06-01', offered: 96, answered: 70, abandoned: 26, answered15: 12 }]
    expect(read('1.6.2026\t96\t70\t26\t12').days).toEqual(days)
    expect(read('2026-06-01,96,70,26,12').days).toEqual(days)
  })

  test('given numbers that cannot be, each is named at its line', () => {
    expect(
      faultsOf(
        '31.6.2026;10',
        '1.6.2026;',
        '2.6.2026;-3',
        '3.6.2026;10;8;3',
        '4.6.2026;10;8;2;9',
        '5.6.2026;10;;4;7',
        '6.6.2026;10;1;1;1;1',
        '1.9.2026;10',
        '7.6.2026;10',
        '2026-06-07;12',
        '8.6.2026;viele',
      ),
    ).toEqual([
      '1: „31.6.2026“ ist kein Tag. Bitte als 1.6.2026 oder 2026-06-01.',
      '2: Die Zahl der Anrufe fehlt.',
      '3: Bitte ganze Zahlen von 0 bis 100.000.',
      '4: Angenommen und aufgelegt sind mehr als alle Anrufe.',
      '5: In 15 Sekunden angenommen sind mehr als angenommen.',
      '6: In 15 Sekunden angenommen sind mehr als angenommen.',
      '7: Hier stehen mehr als fünf Angaben.',
      '8: Dieser Tag ist noch nicht vorbei.',
      '10: Dieser Tag steht schon da.',
      '11: Bitte ganze Zahlen von 0 bis 100.000.',
    ])
  })

  test('given any sheet that adds up, it is read as it was written', () => {
    const count = fc.nat(500)
    const sheet = fc.uniqueArray(
      fc
        .record({ at: fc.nat(200), fast: count, slow: count, lost: count, other: count })
        .map(({ at, fast, slow, lost, other }): SheetDay => {
          const day = dateOfNumber(dayNumber('2026-01-01') + at)
          const answered = fast + slow
          return { day, offered: answered + lost + other, answered, abandoned: lost, answered15: fast }
        }),
      { selector: ({ day }) => day },
    )
    fc.assert(
      fc.property(sheet, (days) => {
        const text = days
          .map(({ day, offered, answered, abandoned, answered15 }) =>
            [day, offered, answered, abandoned, answered15].join(';'),
          )
          .join('\r\n')
        expect(readTally(text, TODAY)).toEqual({ days, faults: [] })
      }),
    )
  })
})
