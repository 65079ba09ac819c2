import { z } from 'zod'
import { riskItem } from '../callbacks/alarm/contract.ts'

const instant = z.iso.datetime()

/** The figures of one day; docs/figures.md defines each. Practice never counts. */
export const dayFigures = z.object({
  day: z.iso.date(),
  calls: z.object({
    offered: z.number().int(),
    answered: z.number().int(),
    answeredWithin15s: z.number().int(),
    abandoned: z.number().int(),
    closed: z.number().int(),
    blocked: z.number().int(),
    lostAtClosing: z.number().int(),
    repeated: z.number().int(),
    unknownEnd: z.number().int(),
    waitMsTotal: z.number().int(),
    waitMsLongest: z.number().int(),
    wholeWaitMsTotal: z.number().int(),
    promiseKept: z.number().int(),
    promiseBroken: z.number().int(),
  }),
  /** How long callers waited, by bucket: see `waitFigure`. */
  waits: z.record(z.string(), z.number().int()),
  cases: z.object({
    opened: z.number().int(),
    settledInCall: z.number().int(),
    handedOver: z.number().int(),
  }),
  callbacks: z.object({
    promised: z.number().int(),
    kept: z.number().int(),
    broken: z.number().int(),
    withdrawn: z.number().int(),
    brokenNobodyTookIt: z.number().int(),
    brokenOwnerDidNotCall: z.number().int(),
    brokenTelephoneFailed: z.number().int(),
    brokenNobodyOnDuty: z.number().int(),
    brokenWrongNumber: z.number().int(),
    firstAttempts: z.number().int(),
    firstReached: z.number().int(),
    firstAttemptMsTotal: z.number().int(),
    attempts: z.number().int(),
    reached: z.number().int(),
  }),
  proposals: z.object({
    made: z.number().int(),
    accepted: z.number().int(),
    dismissed: z.number().int(),
    withdrawn: z.number().int(),
  }),
})
export type DayFigures = z.infer<typeof dayFigures>

/** `GET /api/v1/board`: what is waiting, at risk and broken now. */
export const board = z.object({
  now: instant,
  lines: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      open: z.boolean(),
      hoursText: z.string(),
      waiting: z.number().int(),
      agents: z.object({
        available: z.number().int(),
        inCall: z.number().int(),
        wrapUp: z.number().int(),
        notReady: z.number().int(),
        /** How many for which reason: "2 Pause, 1 Technik". */
        notReadyWhy: z.string(),
      }),
    }),
  ),
  waiting: z.array(z.object({ callId: z.uuid(), lineName: z.string(), since: instant })),
  figures: dayFigures,
  callbacks: z.object({
    dueToday: z.number().int(),
    atRisk: z.number().int(),
    brokenToday: z.number().int(),
  }),
  /** Lost callers for whom nobody has decided yet whether to call back. */
  lostCallers: z.number().int(),
  /** The most urgent fifty. */
  atRisk: z.array(riskItem),
  /** What is wrong with a whole team, as one sentence each: "Bürgerbüro: Heute reicht es nicht: 14 Zusagen, Zeit für 9." */
  riskTexts: z.array(z.string()),
  /** Newest first; one German sentence each. */
  broken: z.array(z.object({ at: instant, text: z.string() })),
  telephone: z.object({ well: z.boolean(), note: z.string() }),
})
export type Board = z.infer<typeof board>
