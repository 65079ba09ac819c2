import { closeCase } from '../cases/index.ts'
import { inTransaction } from '../platform/context.ts'
import { datesBetween } from '../shared/dayClock.ts'
import { play, type Scene } from './history.testkit.ts'
import type { TrialPlan } from './plan/contract.ts'

/** A plan as a city makes one; the days are those of the tests. */
export const aPlan = (over: Partial<TrialPlan> = {}): TrialPlan => ({
  title: 'Telefon-Service im Testbetrieb',
  question: 'Erreichen Menschen das Bürgerbüro schneller, wenn ein Dienstleister die Anrufe annimmt?',
  period: { from: '2026-09-14', to: '2026-10-13' },
  baseline: { from: '2026-06-01', to: '2026-08-28', source: 'imported', queues: [] },
  decidesOn: '2026-11-05',
  provider: 'Beispiel Telefonservice GmbH',
  price: { per: 'call', cents: 250 },
  staffCentsPerHour: 4_500,
  targets: [
    { figure: 'answered15', share: 0.8 },
    { figure: 'callbacks', share: 0.9 },
  ],
  rule: 'all',
  specialDays: [],
  ...over,
})

interface PastCallLine {
  /** Local time of a day, ms since 1970. */
  at: number
  waitS: number
  /** Null: the caller gave up. */
  talkS: number | null
}

/** A `queue_log` with these calls, each by itself, as app_queue writes it. */
export const queueLogOf = (calls: readonly PastCallLine[], queue = 'buero'): string =>
  calls
    .flatMap(({ at, waitS, talkS }, n) => {
      const seconds = Math.floor(at / 1000)
      const id = `${seconds}.${n}`
      const line = (second: number, member: string, rest: string) =>
        [second, `${second}|${id}|${queue}|${member}|${rest}`] as const
      const end =
        talkS === null
          ? [line(seconds + waitS, 'NONE', `ABANDON|1|1|${waitS}`)]
          : [
              line(seconds + waitS, 'SIP/21', `CONNECT|${waitS}|${id}|2`),
              line(seconds + waitS + talkS, 'SIP/21', `COMPLETECALLER|${waitS}|${talkS}|1`),
            ]
      return [line(seconds, 'NONE', 'ENTERQUEUE||anonymous|1'), ...end]
    })
    .toSorted(([one], [other]) => one - other)
    .map(([, text]) => `${text}\n`)
    .join('')

const at = (day: string, time: string): Date => new Date(`${day}T${time}:00Z`)
const isWeekday = (day: string): boolean => new Date(`${day}T12:00:00Z`).getUTCDay() % 6 !== 0

/** Weekdays of June to August 2026; two calls of six are answered within 15 s, one gives up. */
export const pastCalls = (): PastCallLine[] =>
  datesBetween('2026-06-01', '2026-08-28')
    .filter(isWeekday)
    .flatMap((day, n) =>
      [5, 10 + (n % 3), 60, 600, 3_600, 4_000].map((waitS, call) => ({
        at: at(day, `0${7 + (call % 3)}:0${call}`).getTime(),
        waitS,
        talkS: call === 5 ? null : 120,
      })),
    )

/** The weekdays of `aPlan`: ten calls, nine of them answered at once; every fifth day one more that gives up; one concern settled. */
export async function playTrial(scene: Scene): Promise<void> {
  const { platform, clerk } = scene
  const phone = { kind: 'phone', source: 'asterisk', wait: 60_000 } as const
  for (const [n, day] of datesBetween('2026-09-14', '2026-10-13').filter(isWeekday).entries()) {
    platform.clock.set(at(day, '07:00'))
    for (let call = 0; call < 10; call += 1)
      await play(scene, [{ ...phone, waitMs: call === 0 ? 25_000 : 4_000, talkMs: 90_000 }])
    if (n % 5 === 0) await play(scene, [{ ...phone, waitMs: 40_000, talkMs: null }])
    await play(scene, [{ kind: 'case', wait: 60_000, practice: false, outcome: 'settled' }])
  }
  const cases = await platform.db
    .selectFrom('case')
    .select('id')
    .where('city_id', '=', clerk.cityId)
    .execute()
  for (const { id } of cases) await inTransaction(platform, (tx) => closeCase(tx, clerk, id, 'settled'))
}
