import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'
import { WITHDRAWN_BECAUSE } from './model.ts'
import { NOTICES } from './notices/noticeRule.ts'

const id = z.uuid()
const instant = z.iso.datetime()
const practice = z.boolean()

/** The events of a callback; the subject of all of them, also of `attempt.*`, is the callback's id. */
export const emitCallback = defineEvents({
  'callback.promised': {
    version: 1,
    data: z.object({ caseId: id, teamId: id, windowStart: instant, windowEnd: instant, practice }),
  },
  /** The subject of both is the case. A caller agreed by key to a recording of what the call is about. */
  'callback.reason-recorded': {
    version: 1,
    data: z.object({ consentAt: instant, durationMs: z.int().min(0) }),
  },
  'callback.reason-deleted': { version: 1, data: z.object({}) },
  /** `fromId`: the colleague it was taken over from. */
  'callback.taken': { version: 1, data: z.object({ ownerId: id, fromId: id.optional() }) },
  /** The named person is not on duty and it would break; null: the team stands in. */
  'callback.stood-in': { version: 1, data: z.object({ personId: id, standInId: id.nullable() }) },
  'callback.person-back': { version: 1, data: z.object({ personId: id }) },
  'callback.given-back': { version: 1, data: z.object({}) },
  /** At the end of a shift; null: to whoever of the team takes it. */
  'callback.handed-over': { version: 1, data: z.object({ fromId: id, toId: id.nullable() }) },
  'callback.passed-on': { version: 1, data: z.object({ toTeamId: id }) },
  /** `at`: the moment that kept it; `earlyMs`: how long before the window, null inside it. */
  'callback.kept': {
    version: 1,
    data: z.object({ practice, at: instant, earlyMs: z.int().positive().nullable() }),
  },
  'callback.broken': {
    version: 1,
    data: z.object({
      practice,
      cause: z.enum([
        'nobody-took-it',
        'owner-did-not-call',
        'telephone-failed',
        'nobody-on-duty',
        'wrong-number',
      ]),
    }),
  },
  /** `because`: what the citizen did or said; without it a clerk wrote it down. */
  'callback.withdrawn': {
    version: 1,
    data: z.object({ practice, because: z.enum(WITHDRAWN_BECAUSE).optional() }),
  },
  /** Somebody should be told and cannot be: `notice` says of what. */
  'callback.not-told': {
    version: 1,
    data: z.object({ notice: z.enum(NOTICES), because: z.enum(['no-address', 'not-connected', 'failed']) }),
  },
  /** The citizen changed it: `window` with the new one, `number`. `promise`: whether it was open, so that it moved. */
  'callback.changed-by-citizen': {
    version: 1,
    data: z.object({
      what: z.enum(['window', 'number']),
      dueFrom: instant,
      dueUntil: instant,
      promiseMoved: z.boolean(),
      practice,
    }),
  },
  /** A clerk wrote it down anew; neither number is told. */
  'callback.number-corrected': { version: 1, data: z.object({ practice }) },
  'callback.retry-planned': { version: 1, data: z.object({ dueFrom: instant, dueUntil: instant }) },
  'callback.done': {
    version: 1,
    data: z.object({
      outcome: z.enum([
        'settled',
        'not-reached',
        'needs-appointment',
        'appointment-booked',
        'withdrawn',
        'follow-up',
      ]),
      practice,
    }),
  },
  'attempt.started': {
    version: 1,
    data: z.object({
      callbackId: id,
      via: z.enum(['asterisk', 'tel', 'training']),
      number: z.int().min(1).max(3),
      practice,
    }),
  },
  'attempt.rang': { version: 1, data: z.object({ callbackId: id }) },
  'attempt.answered': { version: 1, data: z.object({ callbackId: id }) },
  /** The citizen called while we were calling: both calls were joined, and this is the citizen's. */
  'attempt.joined': { version: 1, data: z.object({ callbackId: id, callId: id }) },
  /** Music for the citizen, and back. */
  'attempt.held': { version: 1, data: z.object({ callbackId: id }) },
  'attempt.resumed': { version: 1, data: z.object({ callbackId: id }) },
  /** All legs are gone; what came of it is said by the clerk. */
  'attempt.hung-up': { version: 1, data: z.object({ callbackId: id }) },
  'attempt.closed': {
    version: 1,
    data: z.object({
      callbackId: id,
      result: z.enum(['reached', 'busy', 'no-answer', 'voicemail', 'failed', 'called-back-meanwhile']),
      practice,
      /** What the telephone heard by itself. */
      heard: z.enum(['busy', 'no-answer', 'no-such-number']).optional(),
    }),
  },
})

const cause = z.enum(['caller-left', 'line-lost'])

/** The events of a proposal; the subject is its id. Numbers and words stay in the rows. */
export const emitProposal = defineEvents({
  'proposal.made': { version: 1, data: z.object({ lineId: id, teamId: id, calledAt: instant, cause }) },
  /** A further lost call of the same number on the same line. */
  'proposal.joined': { version: 1, data: z.object({ callId: id, cause }) },
  'proposal.accepted': { version: 1, data: z.object({ callbackId: id }) },
  'proposal.dismissed': { version: 1, data: z.object({}) },
  'proposal.withdrawn': {
    version: 1,
    data: z.object({ because: z.enum(['reached-somebody', 'promised', 'too-old']) }),
  },
  /** The caller's number was removed by rule. */
  'proposal.forgotten': { version: 1, data: z.object({}) },
})
