import { z } from 'zod'
import { defineEvents } from '../../platform/events/events.ts'

const id = z.uuid()

/** Where a call was asked or passed to; no names, no numbers. */
const target = {
  to: z.enum(['line', 'clerk', 'outside']),
  /** Of the line, the account or the outside number. */
  targetId: id,
}

export const guestLeft = z.enum(['declined', 'no-answer', 'failed', 'hung-up', 'taken-back', 'caller-left'])
/** Why somebody who was asked into a call is not in it any more. */
export type GuestLeft = z.infer<typeof guestLeft>

/** What happens inside a conversation; the subject is the call's id. None of these changes a figure. */
export const emitTalk = defineEvents({
  'call.held': { version: 1, data: z.object({ agentId: id }) },
  'call.resumed': { version: 1, data: z.object({ agentId: id }) },
  /** Somebody's telephone rings; `passOn`: for the caller, without talking first. */
  'call.consulted': {
    version: 1,
    data: z.object({ agentId: id, ...target, accountId: id.nullable(), passOn: z.boolean() }),
  },
  'call.consult-answered': { version: 1, data: z.object({ ...target, accountId: id.nullable() }) },
  'call.consult-ended': {
    version: 1,
    data: z.object({ ...target, accountId: id.nullable(), how: guestLeft }),
  },
  'call.conference': { version: 1, data: z.object({ agentId: id }) },
  'call.transferred': {
    version: 1,
    data: z.object({
      agentId: id,
      ...target,
      /** Who has the caller now; null for an outside number, and for a queue. */
      accountId: id.nullable(),
      how: z.enum(['blind', 'consulted', 'conference']),
    }),
  },
  /** The agent left before anybody else talked with the caller. */
  'call.waits-again': { version: 1, data: z.object({ agentId: id }) },
})
