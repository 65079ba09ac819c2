import { z } from 'zod'

const instant = z.iso.datetime()

export const presenceState = z.enum([
  'offline',
  'not-ready',
  'available',
  'offered',
  'in-call',
  'wrap-up',
  'training',
])
export type PresenceState = z.infer<typeof presenceState>

/** What an agent notes during the call; every field may be empty while typing. Saved on each pause in typing. */
export const intakeDraft = z.object({
  serviceId: z.string().max(61).nullable().default(null),
  serviceQuery: z.string().max(200).default(''),
  reason: z.string().max(2000, 'Die Notiz ist zu lang (höchstens 2000 Zeichen).').default(''),
  contactName: z.string().max(120, 'Der Name ist zu lang (höchstens 120 Zeichen).').default(''),
  contactPhone: z.string().max(40, 'Die Nummer ist zu lang.').default(''),
  phoneReadBack: z.boolean().default(false),
  /** ISO start of the chosen callback window. */
  windowStart: instant.nullable().default(null),
})
export type IntakeDraft = z.infer<typeof intakeDraft>

/** A callback window with room; `label` as spoken: "heute zwischen 14 und 15 Uhr". */
export const windowOffer = z.object({
  start: instant,
  end: instant,
  label: z.string(),
  free: z.number().int(),
})
export type WindowOffer = z.infer<typeof windowOffer>

export const deskCall = z.object({
  id: z.uuid(),
  practice: z.boolean(),
  /** `offered`: ringing at this desk. `ended`: the caller is gone, the record is not complete yet. */
  stage: z.enum(['offered', 'connected', 'ended']),
  line: z.object({ id: z.uuid(), name: z.string(), purpose: z.enum(['service', 'report']) }),
  greeting: z.string(),
  /** National format; null when the caller's number is withheld. */
  callerNumber: z.string().nullable(),
  offeredAt: instant,
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  waitMs: z.number().nullable(),
  /** The newest open case of this number: enough to say "we know of it", nothing more. */
  openCase: z.object({ number: z.string(), promise: z.string().nullable() }).nullable(),
  /** Training: what the played caller says, line by line. */
  script: z.array(z.string()),
})
export type DeskCall = z.infer<typeof deskCall>

/** `GET /api/v1/desk` */
export const deskView = z.object({
  state: presenceState,
  since: instant,
  /** Sentences saying what is missing for "available"; empty when nothing is. */
  missing: z.array(z.string()),
  /** False where no telephone system is connected: only training calls then. */
  telephone: z.boolean(),
  call: deskCall.nullable(),
  draft: intakeDraft.nullable(),
  windows: z.array(windowOffer),
  handOver: z.object({ lineName: z.string() }).nullable(),
})
export type DeskView = z.infer<typeof deskView>

/** `POST /api/v1/desk/state` */
export const stateInput = z.object({ state: z.enum(['available', 'not-ready']) })
/** `POST /api/v1/desk/heartbeat`, every five seconds. */
export const heartbeatInput = z.object({ phoneRegistered: z.boolean(), microphone: z.boolean() })
/** `POST /api/v1/desk/calls/:id/complete` */
export const completeInput = intakeDraft.extend({
  outcome: z.enum(['callback', 'settled', 'hand-over'], {
    error: 'Bitte wählen: Rückruf, erledigt oder weitergeben.',
  }),
})
export const completed = z.object({
  caseNumber: z.string(),
  /** "L wie Leipzig, U wie Unna, sieben, …" */
  spelled: z.string(),
  /** The promise in words, when a callback was chosen. */
  promise: z.string().nullable(),
})
export type Completed = z.infer<typeof completed>

/** `GET /api/v1/desk/phone`: what the softphone registers with; null where no telephone system is connected. */
export const phoneAccount = z.object({
  /** Address of record, e.g. `sip:fz-…@freizeichen`. */
  uri: z.string(),
  user: z.string(),
  password: z.string(),
  /** Path of our own websocket that leads to the telephone system. */
  path: z.literal('/phone'),
})
export type PhoneAccount = z.infer<typeof phoneAccount>
