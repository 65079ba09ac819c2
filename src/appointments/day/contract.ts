import { z } from 'zod'

const instant = z.iso.datetime()
const date = z.iso.date('Bitte einen Tag angeben (JJJJ-MM-TT).')

/** `GET /api/v1/office-days?office=ID&date=YYYY-MM-DD`: without an office the city's first, without a date today. */
export const dayInput = z.object({ office: z.string().max(40).optional(), date: date.optional() })

const dayState = z.enum(['booked', 'arrived', 'called', 'served', 'no-show'])
export type DayState = z.infer<typeof dayState>

export const dayItem = z.object({
  id: z.uuid(),
  reference: z.string(),
  /** Null once it was removed by rule. */
  name: z.string().nullable(),
  services: z.array(z.object({ name: z.string(), persons: z.int() })),
  start: instant,
  end: instant,
  minutes: z.int(),
  state: dayState,
  counter: z.string().nullable(),
  arrivedAt: instant.nullable(),
  /** From when on "no-show" can be said. */
  noShowFrom: instant,
  /** A changed plan or a closure has left it without a place. */
  needsAttention: z.boolean(),
  /** Why somebody without an appointment was taken; null for everybody else. */
  squeezedBecause: z.string().nullable(),
  /** Takes nobody's time of the plan: there was no room, and somebody decided so. */
  besidePlan: z.boolean(),
})
export type DayItem = z.infer<typeof dayItem>

const namedOffice = z.object({ id: z.string(), name: z.string() })

export const officeDayView = z.object({
  office: namedOffice.extend({ counters: z.int() }),
  offices: z.array(namedOffice),
  date,
  today: date,
  /** Why nobody comes that day, or null. */
  closedBecause: z.string().nullable(),
  /** Closed is this office, and not the city. */
  mayOpenAgain: z.boolean(),
  items: z.array(dayItem),
  /** What somebody without an appointment can be taken for. */
  services: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Cancelled ones are in no list. */
  cancelled: z.int(),
})
export type OfficeDayView = z.infer<typeof officeDayView>

/** `POST /api/v1/office-days/appointments/:id/mark` answers nothing. */
export const markInput = z.object({
  verb: z.enum(['arrive', 'call', 'serve', 'miss', 'wait', 'undo']),
  /** The state that the clerk saw; somebody else may have been faster. */
  seen: dayState,
  /** Only for `call`: the counter's number or name. */
  counter: z
    .string()
    .trim()
    .max(20, 'Höchstens 20 Zeichen.')
    .transform((typed) => typed || null)
    .nullish(),
})
export type MarkInput = z.infer<typeof markInput>

const officeId = z.string().max(40)

/** `GET /api/v1/office-days/to-settle?office=ID` */
export const toSettleInput = z.object({ office: officeId.optional() })

/** Somebody whom a changed plan or a closure has left without a place. */
export const toSettleItem = z.object({
  id: z.uuid(),
  reference: z.string(),
  name: z.string().nullable(),
  /** National format. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** How the new time is told by itself; null: somebody has to call. */
  reach: z.enum(['email', 'sms']).nullable(),
  services: z.array(z.object({ name: z.string(), persons: z.int() })),
  /** As it was to be. */
  start: instant,
  minutes: z.int(),
  /** The nearest equivalent time; null where there is none. */
  offer: instant.nullable(),
})
export type ToSettleItem = z.infer<typeof toSettleItem>

export const toSettleView = z.object({
  office: namedOffice,
  offices: z.array(namedOffice),
  /** Who was to come first is first. */
  items: z.array(toSettleItem),
})
export type ToSettleView = z.infer<typeof toSettleView>

/** `POST /api/v1/office-days/to-settle/accept`: each is moved to its time, or stays as it is. */
export const acceptInput = z.object({
  offers: z
    .array(z.object({ id: z.uuid(), start: z.iso.datetime('Bitte eine Zeit wählen.') }))
    .min(1, 'Bitte mindestens einen Termin wählen.')
    .max(500, 'Höchstens 500 Termine auf einmal.'),
})
export const accepted = z.object({
  moved: z.int(),
  /** Those whose time somebody else has taken meanwhile, or who settled it themselves. */
  refused: z.array(z.object({ id: z.uuid(), message: z.string() })),
})
export type Accepted = z.infer<typeof accepted>

/** `GET /api/v1/office-days/appointments/:id/times`: the nearest free times, for a conversation. */
export const nearTimes = z.object({ times: z.array(instant) })

/** `POST /api/v1/office-days/close` */
export const closeInput = z.object({
  office: officeId,
  date,
  reason: z
    .string('Bitte einen Grund angeben.')
    .trim()
    .min(1, 'Bitte einen Grund angeben.')
    .max(200, 'Der Grund ist zu lang (höchstens 200 Zeichen).'),
  /** Moves everybody to the nearest equivalent time at once. */
  accept: z.boolean().default(false),
})
export type CloseInput = z.infer<typeof closeInput>
export const closed = z.object({
  /** How many have lost their place. */
  displaced: z.int(),
  moved: z.int(),
  /** How many of them have still to be settled. */
  left: z.int(),
})
export type Closed = z.infer<typeof closed>

/** `POST /api/v1/office-days/open` takes a closure back; whose place is free has it again. */
export const openInput = z.object({ office: officeId, date })

/** `POST /api/v1/office-days/walk-ins`: somebody without an appointment. */
export const walkInInput = z.object({
  office: officeId,
  service: z.string('Bitte eine Leistung wählen.').min(1, 'Bitte eine Leistung wählen.').max(60),
  persons: z
    .number('Bitte angeben, für wie viele Personen.')
    .int('Bitte eine ganze Zahl von Personen.')
    .min(1, 'Bitte mindestens eine Person.')
    .max(10, 'Höchstens 10 Personen.'),
  name: z
    .string('Bitte den Namen eingeben.')
    .trim()
    .min(1, 'Bitte den Namen eingeben.')
    .max(120, 'Der Name ist zu lang (höchstens 120 Zeichen).'),
  reason: z
    .string('Bitte einen Grund angeben.')
    .trim()
    .min(1, 'Bitte einen Grund angeben.')
    .max(200, 'Der Grund ist zu lang (höchstens 200 Zeichen).'),
  /** Also where there is no room; for leads. */
  besidePlan: z.boolean().default(false),
})
export type WalkInInput = z.infer<typeof walkInInput>
export const walkedIn = z.object({ reference: z.string(), besidePlan: z.boolean() })
export type WalkedIn = z.infer<typeof walkedIn>

/** `POST /api/v1/office-days/printed` says that the list was printed; it answers nothing. */
export const printedInput = z.object({ office: officeId, date })

/** More days than a year and a bit are asked for one after the other. */
const MOST_DAYS = 400

/** `GET /api/v1/office-days/figures?office=ID&from=YYYY-MM-DD&to=YYYY-MM-DD`; `…/figures.csv` with the same query. */
export const figuresInput = z
  .object({ office: officeId.optional(), from: date.optional(), to: date.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    error: 'Der letzte Tag muss nach dem ersten liegen.',
  })
  .refine(
    ({ from, to }) =>
      from === undefined || to === undefined || Date.parse(to) - Date.parse(from) < MOST_DAYS * 86_400_000,
    { path: ['to'], error: `Bitte höchstens ${MOST_DAYS} Tage auf einmal.` },
  )
export type FiguresInput = z.infer<typeof figuresInput>

/** Definitions: docs/figures.md, appointments. */
export const appointmentFigures = z.object({
  office: namedOffice,
  offices: z.array(namedOffice),
  from: date,
  to: date,
  offeredMinutes: z.number(),
  usedMinutes: z.number(),
  booked: z.int(),
  served: z.int(),
  noShow: z.int(),
  cancelled: z.int(),
  notRecorded: z.int(),
  walkIns: z.int(),
  leadTimeMs: z.number().nullable(),
  byService: z.array(z.object({ id: z.string(), name: z.string(), minutes: z.int() })),
})
export type AppointmentFigures = z.infer<typeof appointmentFigures>
