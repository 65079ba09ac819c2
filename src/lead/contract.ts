import { z } from 'zod'
import { notReadyReason, presenceState } from '../desk/contract.ts'

const instant = z.iso.datetime()
const reason = z
  .string('Bitte einen Grund angeben. Er steht im Protokoll.')
  .trim()
  .min(1, 'Bitte einen Grund angeben. Er steht im Protokoll.')
  .max(200, 'Der Grund ist zu lang (höchstens 200 Zeichen).')

/** One line as it is now. */
export const leadLine = z.object({
  id: z.uuid(),
  name: z.string(),
  open: z.boolean(),
  /** 'heute bis 18 Uhr', 'wieder morgen ab 8 Uhr' */
  hoursText: z.string(),
  /** Set while a lead's word counts instead of the service hours. */
  decision: z.object({ reason: z.string() }).nullable(),
  waiting: z.number().int(),
})
export type LeadLine = z.infer<typeof leadLine>

export const waitingCaller = z.object({
  callId: z.uuid(),
  lineId: z.uuid(),
  lineName: z.string(),
  /** Who is asked to take the call. */
  teamNames: z.array(z.string()),
  since: instant,
  /** All but the last digits hidden; null when withheld. */
  caller: z.string().nullable(),
  /** A lead moved this caller to the front. */
  front: z.boolean(),
  /** What the caller is doing besides waiting. */
  doing: z.enum(['waiting', 'keying', 'rung-outside', 'rings']),
})
export type WaitingCaller = z.infer<typeof waitingCaller>

export const conversation = z.object({
  callId: z.uuid(),
  lineName: z.string(),
  /** Null: somebody outside, at the overflow number. */
  agentName: z.string().nullable(),
  since: instant,
  caller: z.string().nullable(),
  /** The lead who is in it, or is being put through. */
  lead: z.object({ name: z.string(), isMe: z.boolean(), in: z.boolean() }).nullable(),
})
export type Conversation = z.infer<typeof conversation>

/** A desk now; no figure about the person. */
export const leadDesk = z.object({
  accountId: z.uuid(),
  name: z.string(),
  teamNames: z.array(z.string()),
  state: presenceState,
  since: instant,
  /** Why nobody rings there. */
  pause: notReadyReason.nullable(),
  /** By a lead, since the person was last ready. */
  signedOut: z.boolean(),
  /** Gets calls now, or will after the work in hand. */
  ready: z.boolean(),
})
export type LeadDesk = z.infer<typeof leadDesk>

export const leadAnnouncement = z.object({
  id: z.uuid(),
  text: z.string(),
  /** Besides German. */
  languages: z.array(z.enum(['en', 'einfach'])),
  link: z.string().nullable(),
  /** Whether it stands on the home page. */
  important: z.boolean(),
  /** None: for readers only. */
  lineNames: z.array(z.string()),
  from: instant,
  until: instant,
  /** Whether callers hear it, too. */
  spoken: z.boolean(),
})
export type LeadAnnouncement = z.infer<typeof leadAnnouncement>

/** `GET /api/v1/lead`: the telephone of the city as it is now. */
export const leadView = z.object({
  now: instant,
  telephone: z.object({ well: z.boolean(), note: z.string() }),
  lines: z.array(leadLine),
  /** In the order in which they are served. */
  waiting: z.array(waitingCaller),
  talking: z.array(conversation),
  desks: z.array(leadDesk),
  /** Teams a waiting caller may be moved to. */
  teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Those that count now and those to come. */
  announcements: z.array(leadAnnouncement),
})
export type LeadView = z.infer<typeof leadView>

/** `POST /api/v1/lead/calls/:id/move` */
export const moveInput = z.object({
  to: z.discriminatedUnion(
    'kind',
    [
      z.object({ kind: z.literal('front') }),
      z.object({ kind: z.literal('line'), id: z.uuid('Bitte eine Leitung wählen.') }),
      z.object({ kind: z.literal('team'), id: z.uuid('Bitte ein Team wählen.') }),
    ],
    { error: 'Bitte wählen, wohin.' },
  ),
  reason,
})
export type MoveInput = z.infer<typeof moveInput>

/** `POST /api/v1/lead/desks/:id/sign-out` */
export const signOutInput = z.object({ reason })
export type SignOutInput = z.infer<typeof signOutInput>
