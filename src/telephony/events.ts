import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'

const id = z.uuid()
const milliseconds = z.int().min(0)

export const answerCause = z.enum([
  'all-busy',
  'none-signed-in',
  'ring-no-answer',
  'trunk-down',
  'closed',
  'caller-left',
  'unknown',
])
export type AnswerCause = z.infer<typeof answerCause>

export const endReason = z.enum([
  'abandoned',
  'caller-hung-up',
  'agent-hung-up',
  'closed',
  'handed-over',
  'busy',
  'failed',
  'unknown-end',
  /** A callback was promised while the caller waited. */
  'callback-promised',
  /** Too many calls of one number in a short time. */
  'blocked',
  /** The telephone system died, and the call with it. */
  'telephone-lost',
])
export type EndReason = z.infer<typeof endReason>

export const callSource = z.enum(['asterisk', 'cti', 'training'])
export type CallSource = z.infer<typeof callSource>

/** The telephone's events, of every source; the subject of `call.*` is the call's id. */
export const emitTelephony = defineEvents({
  'call.offered': {
    version: 1,
    data: z.object({
      lineId: id.nullable(),
      source: callSource,
      practice: z.boolean(),
      direction: z.enum(['in', 'out']),
      /** The lost call of the same number whose place in line this one has. */
      placeOf: id.optional(),
      /** Nobody was there to answer; absent means no. */
      outsideHours: z.boolean().default(false),
      /** By what another call of the same number on the same day is known; worthless once the day's salt is gone. */
      callerKey: z
        .string()
        .regex(/^[0-9a-f]{32}$/)
        .nullable()
        .default(null),
    }),
  },
  'call.offer-made': { version: 1, data: z.object({ agentId: id }) },
  'call.offer-missed': {
    version: 1,
    data: z.object({ agentId: id, how: z.enum(['declined', 'timeout', 'failed', 'withdrawn']) }),
  },
  /** Rung outside, because nobody here could answer in time. */
  'call.overflowed': { version: 1, data: z.object({ lineId: id }) },
  /** A conversation waits again: its agent's side died, or passed it on. */
  'call.parked': { version: 1, data: z.object({ why: z.enum(['agent-lost', 'handed-on']) }) },
  /** Somebody has a caller who was answered before. */
  'call.taken-again': { version: 1, data: z.object({ agentId: id }) },
  'call.answered': {
    version: 1,
    data: z.object({
      agentId: id.nullable(),
      /** Null where a webhook did not tell when the call began. */
      waitMs: milliseconds.nullable(),
      /** The answer promise; null where none was made (practice). */
      kept: z.boolean().nullable(),
      cause: answerCause.nullable(),
      practice: z.boolean(),
    }),
  },
  'call.ended': {
    version: 1,
    data: z.object({
      reason: endReason,
      practice: z.boolean(),
      answered: z.boolean(),
      waitMs: milliseconds.nullable(),
      talkMs: milliseconds.nullable(),
      promise: z.enum(['kept', 'broken']).nullable(),
      cause: answerCause.nullable(),
      /** The line had closed while the caller waited; absent means no. */
      afterClosing: z.boolean().default(false),
    }),
  },
  /** A webhook's late event changed what was told: the whole truth of the call as it is known now. */
  'call.corrected': {
    version: 1,
    data: z.object({
      lineId: id.nullable(),
      direction: z.enum(['in', 'out']),
      practice: z.boolean(),
      offeredAt: z.iso.datetime(),
      answered: z.boolean(),
      waitMs: milliseconds.nullable(),
      talkMs: milliseconds.nullable(),
      /** Null while the call lives. */
      reason: endReason.nullable(),
      promise: z.enum(['open', 'kept', 'broken']).nullable(),
      cause: answerCause.nullable(),
      afterClosing: z.boolean().default(false),
    }),
  },
  /** A lead moved somebody who waited; `id` is the line or the team. */
  'call.moved': {
    version: 1,
    data: z.object({ to: z.enum(['front', 'line', 'team']), id: id.nullable() }),
  },
  /** A lead is in the conversation, after both sides heard so; and out of it again. */
  'call.lead-joined': { version: 1, data: z.object({ leadId: id }) },
  'call.lead-left': { version: 1, data: z.object({ leadId: id }) },
  /** Callers hear a special announcement from now on. */
  'announcement.recorded': { version: 1, data: z.object({ durationMs: milliseconds }) },
  /** A lead signed an agent out; the subject is the account. */
  'agent.signed-out': { version: 1, data: z.object({}) },
  'telephone.connected': { version: 1, data: z.object({}) },
  'telephone.lost': { version: 1, data: z.object({}) },
  /** The far side of the trunk answers again, or does not. */
  'telephone.trunk': { version: 1, data: z.object({ up: z.boolean() }) },
  /** The connection came back: what happened meanwhile is only known by its result. */
  'telephone.gap': {
    version: 1,
    data: z.object({
      requeued: z.int().min(0),
      kept: z.int().min(0),
      ended: z.int().min(0),
      /** Served by the telephone system's fallback meanwhile. */
      handedOver: z.int().min(0).default(0),
    }),
  },
})
