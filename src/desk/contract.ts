import { z } from 'zod'
import { waySchema } from '../catalogue/contract.ts'
import { categoryInput } from '../reports/categories/contract.ts'
import { emailAddress } from '../shared/emailAddress.ts'
import { speech } from '../shared/speech.ts'

const instant = z.iso.datetime()
const NO_EMAIL = 'Bitte die E-Mail-Adresse prüfen, zum Beispiel name@example.org.'

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

/** What people say when they take no calls for a while. A closed list: reasons are for the day's planning, not for files on people. */
export const pauseReason = z.enum(['break', 'follow-up', 'meeting', 'technical'])
export type PauseReason = z.infer<typeof pauseReason>

/** And what the machine noticed by itself: the desk was away, a call rang and was not taken. */
export const notReadyReason = z.enum([...pauseReason.options, 'interrupted', 'unanswered'])
export type NotReadyReason = z.infer<typeof notReadyReason>

const persons = z
  .number('Bitte angeben, für wie viele Personen.')
  .int('Bitte eine ganze Zahl von Personen.')
  .min(1, 'Bitte mindestens eine Person.')
  .max(10, 'Höchstens 10 Personen in einem Termin.')
const bookedServices = z
  .array(z.object({ id: z.string().min(1).max(61), persons }))
  .min(1, 'Bitte zuerst eine Leistung wählen.')
  .max(4, 'Höchstens vier Leistungen in einem Termin.')

const officeId = z.string().min(1).max(40)
/** Where an appointment is kept, to be said and read. */
export const bookingPlace = z.object({ id: officeId, name: z.string(), address: z.string() })
export type BookingPlace = z.infer<typeof bookingPlace>

/** A time that can be had, ready to be said. */
export const timeOffer = z.object({
  start: instant,
  end: instant,
  office: bookingPlace,
  /** 'Do, 26.11.' and '10:15' */
  day: z.string(),
  clock: z.string(),
})
export type TimeOffer = z.infer<typeof timeOffer>

/**
 * `POST /api/v1/desk/calls/:id/appointment/offers`; the same below `/api/v1/callbacks/:id`. `from` is the first day to
 * look at; null: as soon as possible.
 */
export const offersInput = z.object({
  services: bookedServices,
  from: z.iso.date('Bitte einen Tag angeben.').nullable().default(null),
  /** Only there; null: anywhere in the city. */
  office: officeId.nullable().default(null),
  /** From what is kept for emergencies. */
  emergency: z.boolean().optional(),
})
export type OffersInput = z.infer<typeof offersInput>
export const offersView = z.object({
  /** Everywhere that the city gives appointments. */
  offices: z.array(bookingPlace),
  offers: z.array(timeOffer),
  /** The first day after those; null when nothing is released after them. */
  later: z.iso.date().nullable(),
  minutes: z.int(),
  /** Something is kept for emergencies, and this person may give it. */
  emergencies: z.boolean(),
  /** What to bring, as a sentence to say. */
  bring: z.string(),
})
export type OffersView = z.infer<typeof offersView>

/** `POST …/appointment/hold` and `…/extend` answer `heldTime`; `…/release` nothing. */
/** Without an office: at the city's first. */
export const holdTimeInput = z.object({
  services: bookedServices,
  start: instant,
  office: officeId.optional(),
  emergency: z.boolean().optional(),
})
export type HoldTimeInput = z.infer<typeof holdTimeInput>
export const heldTime = timeOffer.extend({
  /** Null in a draft that was kept before there were several. */
  office: bookingPlace.nullable().default(null),
  /** Null in practice: nothing is held then. */
  id: z.uuid().nullable(),
  expiresAt: instant,
  extended: z.boolean(),
  /** 'am Donnerstag, dem 26. November, um 10 Uhr 15' */
  aloud: z.string(),
})
export type HeldTime = z.infer<typeof heldTime>
export const heldTimeInput = z.object({ held: heldTime })

/** An appointment as it is being chosen. */
export const bookingDraft = z.object({
  persons: persons.default(1),
  /** Further services in the same appointment. */
  more: z
    .array(z.object({ id: z.string().min(1).max(61), name: z.string().max(200) }))
    .max(3)
    .default([]),
  held: heldTime.nullable().default(null),
})
export type BookingDraft = z.infer<typeof bookingDraft>

/** A complaint or hint as it is told; every field may be empty while typing. Its description is the note. */
export const reportDraft = z.object({
  /** Drawn when the form begins: a save that is sent again is answered with the same words. */
  key: z.uuid(),
  categoryId: z.string().max(40).nullable().default(null),
  place: z.string().max(400, 'Die Angabe zum Ort ist zu lang.').default(''),
  /** It lies on private ground: everybody sees the street and a rough area only. */
  isPrivate: z.boolean().default(false),
  /** By question: one line, or several for a list. */
  answers: z
    .record(z.string().max(40), z.union([z.string().max(400), z.array(z.string().max(40)).max(20)]))
    .default({}),
  /** Name, number and address of the form are not kept with it. */
  anonymous: z.boolean().default(false),
})
export type ReportDraft = z.infer<typeof reportDraft>

/** What an agent notes during the call; every field may be empty while typing. Saved on each pause in typing. */
export const intakeDraft = z.object({
  serviceId: z.string().max(61).nullable().default(null),
  serviceQuery: z.string().max(200).default(''),
  reason: z.string().max(2000, 'Die Notiz ist zu lang (höchstens 2000 Zeichen).').default(''),
  contactName: z.string().max(120, 'Der Name ist zu lang (höchstens 120 Zeichen).').default(''),
  contactPhone: z.string().max(40, 'Die Nummer ist zu lang.').default(''),
  /** Empty where the person has none, or wants none. */
  contactEmail: z.string().max(254, 'Die E-Mail-Adresse ist zu lang.').default(''),
  phoneReadBack: z.boolean().default(false),
  /** What the person speaks with us. */
  language: speech.default('de'),
  /** ISO start of the chosen callback window. */
  windowStart: instant.nullable().default(null),
  /** And its end, as offered; null in a draft from before there were several lengths: the hour is meant. */
  windowEnd: instant.nullable().default(null),
  /** The number of the caller's open case that this call is about; null for a new concern. */
  belongsTo: z.string().max(40).nullable().default(null),
  /** Null until somebody looks for a time. */
  appointment: bookingDraft.nullable().default(null),
  /** Null until the call is about a complaint or hint. */
  report: reportDraft.nullable().default(null),
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
  /** Name of the lead who is in this conversation; null when none is. */
  lead: z.string().nullable(),
  /** The newest open case of this number: enough to say "we know of it", nothing more. */
  openCase: z
    .object({
      number: z.string(),
      promise: z.string().nullable(),
      /** The call that is owed for it; null when none is. */
      owed: z
        .object({
          owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
          /** The owner sits at a telephone and is free: the caller can be put through. */
          reachable: z.boolean(),
          /** The citizen is being called right now, or somebody of this number talks with the owner. */
          attempt: z.enum(['dialling', 'talking']).nullable(),
        })
        .nullable(),
    })
    .nullable(),
  /** Training: what the played caller says, line by line. */
  script: z.array(z.string()),
})
export type DeskCall = z.infer<typeof deskCall>

/** Where a call can be asked or passed to. */
export const talkTarget = z.object({ to: z.enum(['line', 'clerk', 'outside']), targetId: z.uuid() })
export type TalkTarget = z.infer<typeof talkTarget>

/** `GET /api/v1/desk/calls/:id/targets`: names only, and only of who can be reached. */
export const talkTargets = z.object({
  lines: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** Agents who could answer at once; callers who wait before this one would. */
      free: z.number().int(),
      /** The line of this very call: passing it on there changes nothing. */
      own: z.boolean(),
    }),
  ),
  clerks: z.array(z.object({ id: z.uuid(), name: z.string(), teams: z.string(), free: z.boolean() })),
  outside: z.array(z.object({ id: z.uuid(), name: z.string(), purpose: z.string() })),
})
export type TalkTargets = z.infer<typeof talkTargets>

/** What the call in hand is doing besides two people talking. */
export const deskTalk = z.object({
  /** `guest`: asked into a colleague's call. */
  part: z.enum(['own', 'guest']),
  stage: z.enum(['together', 'held', 'asking', 'consulting', 'conference']),
  /** `asking`: the caller is passed on as soon as the guest answers. */
  passOn: z.boolean(),
  /** Who is asked or speaks along; null while nobody is. */
  guestName: z.string().nullable(),
  /** Who has the caller, for a guest. */
  agentName: z.string().nullable(),
  /** A sentence on what became of the last one who was asked; null after the next step. */
  news: z.string().nullable(),
})
export type DeskTalk = z.infer<typeof deskTalk>

/** A booked appointment to read out. */
export const bookedView = z.object({
  /** 'LU-T-7K3-94C'; null in practice: nothing is booked then. */
  reference: z.string().nullable(),
  spelled: z.string().nullable(),
  /** 'am Donnerstag, dem 26. November, um 10 Uhr 15' */
  aloud: z.string(),
  /** By which way number, key and what to bring are on their way; null when by none. */
  told: z.enum(['email', 'sms']).nullable(),
  /** '1234 5678', to be said to whom no message reaches; null for everybody else, and when read again: only its hash is kept. */
  phoneKey: z.string().nullable(),
})
export type BookedView = z.infer<typeof bookedView>

/**
 * `POST /api/v1/desk/calls/:id/booked/open`, `…/cancel`, `…/new-key`: what the caller says. No key is needed when the call
 * comes from the booked number.
 */
export const changeBookedInput = z.object({
  reference: z
    .string()
    .trim()
    .min(1, 'Bitte die Terminnummer eingeben.')
    .max(60, 'Die Terminnummer ist zu lang.'),
  key: z.string().max(80, 'Der Schlüssel ist zu lang.').default(''),
})
export type ChangeBookedInput = z.infer<typeof changeBookedInput>
/** `…/move` */
export const moveBookedInput = changeBookedInput.extend({ start: instant })
export type MoveBookedInput = z.infer<typeof moveBookedInput>

/** A caller's booked appointment; neither name nor address is in it. */
export const changedView = z.object({
  reference: z.string(),
  /** 'am Donnerstag, dem 26. November, um 10 Uhr 15' */
  aloud: z.string(),
  services: z.array(z.string()),
  /** Null where the office gives no appointments any more. */
  office: z.string().nullable(),
  /** 'over': has begun, or the person was here. */
  state: z.enum(['open', 'cancelled', 'over']),
  /** Nearest first. */
  offers: z.array(z.object({ start: instant, day: z.string(), clock: z.string(), aloud: z.string() })),
})
export type ChangedView = z.infer<typeof changedView>
/** '1234 5678' */
export const newKeyView = z.object({ phoneKey: z.string() })

/** A complete record; no case and no number when there was no concern. */
export const completed = z.object({
  caseNumber: z.string().nullable(),
  /** "L wie Leipzig, U wie Unna, sieben, …" */
  spelled: z.string().nullable(),
  /** The promise in words, when a callback was chosen. */
  promise: z.string().nullable(),
  /** It joined a case that was open before this call; a promise is that case's. */
  joined: z.boolean(),
  appointment: bookedView.nullable(),
  /** The three words that open a report with its number, to be read aloud once; null otherwise, and when read again. */
  words: z.string().nullable(),
})
export type Completed = z.infer<typeof completed>

/** `GET /api/v1/desk/report-categories`: what can be reported, as everybody reads it on the web, and whose it will be. */
export const deskCategories = z.object({
  categories: z.array(
    categoryInput
      .pick({ name: true, description: true, place: true, questions: true, instead: true })
      .extend({ id: z.string(), teamName: z.string() }),
  ),
})
export type DeskCategory = z.infer<typeof deskCategories>['categories'][number]

/** `GET /api/v1/desk` */
export const deskView = z.object({
  state: presenceState,
  since: instant,
  /** Why no calls come; null while they do, and where nobody said. */
  pause: notReadyReason.nullable(),
  /** What follows the work in hand: calls again, or a pause. */
  ready: z.boolean(),
  /** Sentences saying what is missing for "available"; empty when nothing is. */
  missing: z.array(z.string()),
  /** Who signed this desk out, and why, until it is ready again. */
  signedOut: z.object({ by: z.string(), reason: z.string(), at: instant }).nullable(),
  /** False where there is no telephone system: only training calls then. True also while it does not answer. */
  telephone: z.boolean(),
  call: deskCall.nullable(),
  /** Null where there is no call, or where it rings. */
  talk: deskTalk.nullable(),
  draft: intakeDraft.nullable(),
  /** Beginnings of numbers that may be called back beyond ordinary German ones; empty without a call. */
  dialPermissions: z.array(z.string()),
  windows: z.array(windowOffer),
  /** The line that takes complaints and hints, with the windows of its team; null on that line itself or where there is none. */
  handOver: z.object({ lineName: z.string(), windows: z.array(windowOffer) }).nullable(),
  /** Set once the record of the call in hand is complete, also while the caller is still on the line. */
  record: completed.nullable(),
})
export type DeskView = z.infer<typeof deskView>

/** `POST /api/v1/desk/state` */
export const stateInput = z.object({
  state: z.enum(['available', 'not-ready']),
  reason: pauseReason.default('break'),
})
/** `POST /api/v1/desk/heartbeat`, every five seconds. */
export const heartbeatInput = z.object({
  phoneRegistered: z.boolean(),
  microphone: z.boolean(),
  /** The window can be seen, or the browser does not put it to sleep behind others. */
  awake: z.boolean().default(true),
})
/**
 * `POST /api/v1/desk/calls/:id/complete` answers `completed`. `callback` and `hand-over` are promises: they need a
 * window and a number that was read back. With `belongsTo` the note joins the caller's open case instead: `callback`
 * leaves its promise as it is, `settled` ends it, and so does `appointment`; a hand-over is not possible. `appointment`
 * books the held time for the person of the form. `report` makes a report of what was said; it promises no call and, like
 * a hand-over, joins nothing. `no-concern` (wrong number, nobody spoke) completes the record without a case.
 */
export const completeInput = intakeDraft.extend({
  outcome: z.enum(['callback', 'settled', 'hand-over', 'appointment', 'report', 'no-concern'], {
    error: 'Bitte wählen: Rückruf, Termin, erledigt, Meldung, weitergeben oder kein Anliegen.',
  }),
})
export type CompleteInput = z.infer<typeof completeInput>

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

/** `POST /api/v1/callbacks/:id/appointment/book`: the callback ends with an appointment. */
export const bookInput = z.object({
  appointment: bookingDraft,
  serviceId: z.string().min(1).max(61),
  contactName: z
    .string()
    .trim()
    .min(1, 'Bitte den Namen für den Termin erfragen.')
    .max(120, 'Der Name ist zu lang (höchstens 120 Zeichen).'),
  contactPhone: z.string().trim().min(1, 'Bitte die Nummer für den Termin erfragen.').max(40),
  /** Empty: by no e-mail. Without it the address of the case. */
  contactEmail: z
    .string()
    .trim()
    .refine((text) => text === '' || emailAddress.safeParse(text).success, NO_EMAIL)
    .optional(),
  note: z.string().trim().max(2000, 'Die Notiz ist zu lang (höchstens 2000 Zeichen).').default(''),
})
export type BookInput = z.infer<typeof bookInput>

/** `GET /api/v1/desk/ways`: from what a caller needs to the way that is right, with what to say. */
export const deskWays = z.object({
  question: z.string(),
  sentences: z.record(waySchema, z.string()).readonly(),
  areas: z.array(
    z.object({
      name: z.string(),
      services: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          /** By the answer to the question; where both are the same, nobody asks it. */
          ways: z.object({ yes: waySchema, no: waySchema }),
          responsibleLine: z.string(),
        }),
      ),
    }),
  ),
})
