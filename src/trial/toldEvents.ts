import { z } from 'zod'

const instant = z.iso.datetime().transform((text) => new Date(text))
const promise = z.enum(['open', 'kept', 'broken']).nullable()
const waitMs = z.number().nullable()
const practice = z.boolean()
const afterClosing = z.boolean().default(false)
const subject = { subjectId: z.string(), at: z.date() }
const told = <K extends string, S extends z.ZodRawShape>(kind: K, data: S) =>
  z.object({ kind: z.literal(kind), data: z.object(data), ...subject })

/**
 * Those events, and of each only what the day's figures are made of. Written apart from the rooms' own schemas on
 * purpose: what a stored event means must not change when a room changes what it writes from now on.
 */
export const toldEvent = z.discriminatedUnion('kind', [
  told('call.offered', {
    practice,
    direction: z.enum(['in', 'out']),
    outsideHours: z.boolean().default(false),
    placeOf: z.string().nullable().default(null),
    callerKey: z.string().nullable().default(null),
  }),
  told('call.answered', { waitMs, kept: z.boolean().nullable() }),
  told('call.ended', { answered: z.boolean(), waitMs, reason: z.string(), promise, afterClosing }),
  told('call.corrected', {
    direction: z.enum(['in', 'out']),
    offeredAt: instant,
    answered: z.boolean(),
    waitMs,
    reason: z.string().nullable(),
    promise,
    afterClosing,
  }),
  told('case.opened', {
    practice,
    outcome: z.enum(['callback', 'settled', 'hand-over', 'appointment', 'report']),
  }),
  told('callback.promised', { practice, windowEnd: instant }),
  told('callback.changed-by-citizen', {
    what: z.enum(['window', 'number']),
    dueUntil: instant,
    promiseMoved: z.boolean(),
  }),
  told('callback.kept', {}),
  told('callback.broken', { cause: z.string() }),
  told('callback.withdrawn', {}),
  told('proposal.made', { calledAt: instant }),
  told('proposal.accepted', {}),
  told('proposal.dismissed', {}),
  told('proposal.withdrawn', {}),
  told('attempt.started', { practice }),
  told('attempt.closed', { result: z.string() }),
])
export type ToldEvent = z.infer<typeof toldEvent>

export const TOLD_KINDS: readonly string[] = toldEvent.options.map((option) => option.shape.kind.value)
