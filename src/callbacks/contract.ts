import { z } from 'zod'
import { speech } from '../shared/speech.ts'
import { caseView } from '../cases/contract.ts'

const instant = z.iso.datetime()

export const worklistItem = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  caseNumber: z.string(),
  practice: z.boolean(),
  teamId: z.uuid(),
  /** First words of the reason. */
  summary: z.string(),
  serviceId: z.string().nullable(),
  serviceName: z.string().nullable(),
  language: speech,
  dueFrom: instant,
  dueUntil: instant,
  /** As spoken: "heute zwischen 14 und 15 Uhr". */
  dueText: z.string(),
  attempts: z.number().int(),
  lastAttempt: z.object({ at: instant, result: z.string() }).nullable(),
  /** `done` only in `callbackView`; the worklist lists what is open. */
  state: z.enum(['waiting', 'taken', 'done']),
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  mine: z.boolean(),
  /** Whom it waits for, where a person is named. */
  reservedFor: z
    .object({
      id: z.uuid(),
      name: z.string(),
      me: z.boolean(),
      /** 'heute abwesend'; null while they are there. */
      away: z.string().nullable(),
      /** Whether I may simply take it: it waits for me, or I stand in. */
      free: z.boolean(),
    })
    .nullable(),
  /** `late`: the promise is broken or the slot is over; `soon`: less than a quarter of the window is left. */
  risk: z.enum(['late', 'soon', 'due', 'later']),
})
export type WorklistItem = z.infer<typeof worklistItem>

/** Somebody who called and was not served; nothing was promised. */
export const proposalItem = z.object({
  id: z.uuid(),
  teamId: z.uuid(),
  lineName: z.string(),
  /** National format. */
  number: z.string(),
  /** Lost calls of this number on this line. */
  calls: z.number().int(),
  firstCalledAt: instant,
  lastCalledAt: instant,
  causeText: z.string(),
})
export type ProposalItem = z.infer<typeof proposalItem>

/** `POST /api/v1/proposals/:id/dismiss`; `POST …/accept` answers `callbackView`. */
export const dismissInput = z.object({
  reason: z
    .string()
    .trim()
    .min(1, 'Bitte kurz den Grund angeben.')
    .max(200, 'Der Grund ist zu lang (höchstens 200 Zeichen).'),
})

/** `GET /api/v1/callbacks`: the worklist of the caller's teams (leads: of all), ordered by the promise. */
export const worklist = z.object({
  open: z.number().int(),
  atRisk: z.number().int(),
  keptToday: z.number().int(),
  decidedToday: z.number().int(),
  items: z.array(worklistItem),
  /** Lost callers of the same teams, who called first is first. */
  proposals: z.array(proposalItem),
})
export type Worklist = z.infer<typeof worklist>

export const attemptView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  via: z.enum(['asterisk', 'tel', 'training']),
  startedAt: instant,
  rangAt: instant.nullable(),
  answeredAt: instant.nullable(),
  hungUpAt: instant.nullable(),
  result: z.enum(['reached', 'busy', 'no-answer', 'voicemail', 'failed', 'called-back-meanwhile']).nullable(),
  /** What the telephone heard when nobody spoke: a proposal, the clerk's word decides. */
  heard: z.enum(['busy', 'no-answer', 'no-such-number']).nullable(),
})

/** `GET /api/v1/callbacks/:id` and what `take`, `next` and `call` answer: everything before the dial. */
export const callbackView = z.object({
  item: worklistItem,
  promise: z.enum(['open', 'kept', 'broken', 'withdrawn']),
  promiseText: z.string(),
  case: caseView,
  /** What the citizen spoke on tape; null without a recording. `GET …/recording` plays it. */
  recording: z.object({ recordedAt: instant, durationMs: z.number().int() }).nullable(),
  attempts: z.array(attemptView),
  openAttempt: attemptView.nullable(),
  /** The number was dialled in vain because there is none such, as a sentence; null otherwise. */
  numberFault: z.string().nullable(),
  /** Beginnings of numbers that may be called back beyond ordinary German ones. */
  dialPermissions: z.array(z.string()),
  /** The citizen of the open attempt hears music. */
  held: z.boolean(),
  /** How "call" will be made from here. */
  via: z.enum(['asterisk', 'tel', 'training']),
  /** `tel:+49…` where there is no telephone system. */
  telLink: z.string().nullable(),
  /** Teams it can be passed on to. */
  teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Who may own it, for leads; empty for everybody else. */
  colleagues: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type CallbackView = z.infer<typeof callbackView>

/** `POST /api/v1/callbacks/next` and `GET …/upcoming`: only of this service and language, where one is named. */
export const nextInput = z.object({
  serviceId: z.string().max(61).optional(),
  language: speech.optional(),
})
export type NextInput = z.infer<typeof nextInput>

/** `GET /api/v1/callbacks/upcoming`: the next best two, for a calm list. */
export const upcomingView = z.object({ items: z.array(worklistItem) })

/** `POST /api/v1/callbacks/next` answers this; `why` is a sentence where the choice may surprise. */
export const nextCallback = callbackView.extend({ why: z.string().nullable() })
export type NextCallback = z.infer<typeof nextCallback>

/** `GET /api/v1/callbacks/:id/windows`: what can be promised next on this case. */
export const followUpWindows = z.object({
  windows: z.array(z.object({ start: instant, end: instant, label: z.string() })),
})

/** `POST /api/v1/callbacks/:id/hold` */
export const holdInput = z.object({ held: z.boolean() })

/** `POST /api/v1/callbacks/:id/outcome` answers `outcomeResult`. */
export const outcomeInput = z
  .object({
    outcome: z.enum(['settled', 'not-reached', 'needs-appointment', 'follow-up', 'pass-on', 'withdrawn'], {
      error: 'Bitte ein Ergebnis wählen.',
    }),
    /** Only for `not-reached`. */
    notReached: z.enum(['busy', 'no-answer', 'voicemail']).optional(),
    /** Only for `pass-on`: the team that takes over. */
    teamId: z.uuid().optional(),
    /** Only for `follow-up`: one of `GET …/windows`. */
    windowStart: instant.optional(),
    /** And its end; without it the hour that begins then. */
    windowEnd: instant.optional(),
    /** Only for `follow-up`: who promises it makes it. */
    mine: z.boolean().optional(),
    note: z.string().trim().max(2000, 'Die Notiz ist zu lang (höchstens 2000 Zeichen).').default(''),
  })
  .refine((o) => o.outcome !== 'pass-on' || o.teamId, {
    path: ['teamId'],
    error: 'Bitte das Team wählen, das übernimmt.',
  })
  .refine((o) => o.outcome !== 'follow-up' || o.windowStart, {
    path: ['windowStart'],
    error: 'Bitte das Zeitfenster wählen, das Sie zusagen.',
  })
  .refine((o) => o.outcome !== 'not-reached' || o.notReached, {
    path: ['notReached'],
    error: 'Bitte angeben: besetzt, nicht abgehoben oder Anrufbeantworter.',
  })
export type OutcomeInput = z.infer<typeof outcomeInput>
export const outcomeResult = z.object({
  state: z.enum(['waiting', 'done']),
  promise: z.enum(['open', 'kept', 'broken', 'withdrawn']),
  /** When it is tried next, or what a follow-up promises: "morgen zwischen 9 und 10 Uhr"; null when nothing follows. */
  nextText: z.string().nullable(),
  /** How the citizen is told, or why not, as a sentence; left out where nobody has to be. */
  toldText: z.string().nullable().optional(),
})
export type OutcomeResult = z.infer<typeof outcomeResult>

/** `POST /api/v1/callbacks/:id/owner` (leads); null puts it back into the list. */
export const ownerInput = z.object({ ownerId: z.uuid().nullable() })

const reasonText = z
  .string()
  .trim()
  .min(1, 'Bitte kurz den Grund angeben.')
  .max(200, 'Der Grund ist zu lang.')

/** `POST /api/v1/callbacks/:id/take-over` answers `callbackView`. */
export const takeOverInput = z.object({ reason: reasonText })

/** `GET /api/v1/callbacks/shift`: what is still mine, and to whom it can go. */
export const shiftView = z.object({
  items: z.array(worklistItem),
  /** Who stands in for me. */
  deputyId: z.uuid().nullable(),
  colleagues: z.array(z.object({ id: z.uuid(), name: z.string(), teamIds: z.array(z.uuid()) })),
})
export type ShiftView = z.infer<typeof shiftView>

/** `POST /api/v1/callbacks/shift/hand-over`: all or none. */
export const handOverInput = z.object({
  items: z
    .array(
      z.object({
        id: z.uuid(),
        /** A colleague of the team; null: whoever of the team takes it. */
        toId: z.uuid().nullable(),
        note: z
          .string()
          .trim()
          .min(1, 'Bitte in einem Satz sagen, was zu wissen ist.')
          .max(200, 'Der Satz ist zu lang (höchstens 200 Zeichen).'),
      }),
    )
    .min(1, 'Es ist nichts ausgewählt.')
    .max(200),
})
export type HandOverInput = z.infer<typeof handOverInput>

/** `POST /api/v1/callbacks/:id/give-back` answers nothing; `POST …/hang-up` ends the running attempt. */
export const giveBackInput = z.object({
  reason: reasonText,
})
