import fc from 'fast-check'
import { CTI_CAUSES, type CtiCause } from './ctiRule.ts'

/** One webhook request of a played day; `at` is when it arrives, in ms since the day began. */
export interface Push {
  at: number
  via: 'json' | 'form' | 'sipgate'
  callId: string
  event: 'newCall' | 'answer' | 'hangup'
  direction: 'in' | 'out'
  end: 'service' | 'report' | 'elsewhere'
  caller: string
  cause: CtiCause
}

const MINUTE = 60_000

/** How a telephone system would have told one call if nothing went wrong; under 15 minutes from end to end. */
const call = (callId: string): fc.Arbitrary<Push[]> =>
  fc
    .record({
      start: fc.integer({ min: -20 * MINUTE, max: 300 * MINUTE }),
      ring: fc.integer({ min: 0, max: 40_000 }),
      talk: fc.integer({ min: 0, max: 9 * MINUTE }),
      answered: fc.boolean(),
      via: fc.constantFrom('json' as const, 'form' as const, 'sipgate' as const),
      direction: fc.constantFrom('in' as const, 'in' as const, 'in' as const, 'out' as const),
      end: fc.constantFrom('service' as const, 'report' as const, 'service' as const, 'elsewhere' as const),
      caller: fc.constantFrom('anonymous', '491725566445', '02306123456', '+4323456789'),
      cause: fc.constantFrom(...CTI_CAUSES),
    })
    .map(({ start, ring, talk, answered, ...rest }) => {
      const push = (event: Push['event'], at: number): Push => ({ ...rest, callId, event, at })
      const end = push('hangup', start + ring + (answered ? talk : 0))
      return answered
        ? [push('newCall', start), push('answer', start + ring), end]
        : [push('newCall', start), end]
    })

export interface Scenario {
  /** What arrives, each once, in the order of its arrival. */
  clean: Push[]
  /** The same and copies that arrive later, in any order. */
  shuffled: Push[]
}

/** `calls` calls with holes: each event but one in ten arrives. */
export function scenario(calls: number): fc.Arbitrary<Scenario> {
  return fc
    .tuple(...Array.from({ length: calls }, (_, n) => call(`c${n}`)))
    .map((all) => all.flat())
    .chain((pushes) =>
      fc.record({
        kept: perPush(pushes, fc.integer({ min: 0, max: 9 })),
        copies: perPush(pushes, fc.integer({ min: 0, max: 3 })),
        delays: perPush(pushes, fc.integer({ min: 0, max: 2 * MINUTE })),
        order: perPush(pushes, fc.integer()),
        copyOrder: perPush(pushes, fc.integer()),
        pushes: fc.constant(pushes),
      }),
    )
    .map(({ pushes, kept, copies, delays, order, copyOrder }) => {
      const arrived = pushes.map((push, i) => ({ push, i })).filter(({ i }) => kept[i] !== 0)
      const once = arrived.map(({ push, i }) => ({ push, key: order[i]! }))
      const again = arrived
        .filter(({ i }) => copies[i] === 0)
        .map(({ push, i }) => ({ push: { ...push, at: push.at + delays[i]! }, key: copyOrder[i]! }))
      return {
        clean: arrived.map(({ push }) => push).toSorted((a, b) => a.at - b.at),
        shuffled: [...once, ...again].toSorted((a, b) => a.key - b.key).map(({ push }) => push),
      }
    })
}

const perPush = <T>(pushes: readonly Push[], value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(value, { minLength: pushes.length, maxLength: pushes.length })
