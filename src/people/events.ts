import { z } from 'zod'
import { defineEvents } from '../platform/events/events.ts'
import { role } from './contract.ts'

/** Subject: the account for `account.changed`, the session for the others. */
export const emit = defineEvents({
  'account.changed': { version: 1, data: z.object({ role, active: z.boolean() }) },
  'session.opened': { version: 1, data: z.object({}) },
  'session.ended': {
    version: 1,
    data: z.object({ why: z.enum(['signed-out', 'ended', 'password-changed', 'account-changed']) }),
  },
})

export type EndOfSession = 'signed-out' | 'ended' | 'password-changed' | 'account-changed'
