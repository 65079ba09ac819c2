import { z } from 'zod'
import { emailAddress } from '../shared/emailAddress.ts'

const instant = z.iso.datetime()
const serviceId = z.string('Bitte eine Leistung wählen.').min(1, 'Bitte eine Leistung wählen.').max(60)
const persons = z
  .number('Bitte angeben, für wie viele Personen.')
  .int('Bitte eine ganze Zahl von Personen.')
  .min(1, 'Bitte mindestens eine Person.')
  .max(10, 'Höchstens 10 Personen in einem Termin.')
const officeId = z.string().min(1).max(40)
const date = z.iso.date('Bitte einen Tag angeben (JJJJ-MM-TT).')
const start = z.iso.datetime({
  offset: true,
  error: 'Bitte Tag und Uhrzeit angeben, zum Beispiel 2027-03-15T10:15:00+01:00.',
})
const secret = z.string('Bitte den geheimen Schlüssel angeben.').min(1).max(200)

/** More than a month and its edges in a calendar is asked for in two calls. */
const MOST_DAYS = 62
const DAY_MS = 86_400_000

/**
 * `GET /api/v1/availability?service=ID[&service=ID][&persons=N][&office=ID]&from=YYYY-MM-DD&to=YYYY-MM-DD`.
 * `persons` once for all services, or once for each in their order; `office`: without it the city's first.
 */
export const availabilityInput = z
  .object({
    service: z
      .array(serviceId)
      .min(1, 'Bitte eine Leistung wählen.')
      .max(10, 'Höchstens 10 Leistungen.')
      .meta({ description: 'Die `id` einer Leistung; für mehrere in einem Termin wiederholen.' }),
    persons: z
      .array(z.coerce.number().pipe(persons))
      .default([])
      .meta({ description: 'Für wie viele Personen: einmal für alle Leistungen oder einmal für jede.' }),
    office: officeId.optional().meta({ description: 'Ohne Angabe das erste Büro der Stadt.' }),
    from: date.meta({ description: 'Erster Tag.' }),
    to: date.meta({ description: 'Letzter Tag, höchstens 61 Tage später.' }),
  })
  .refine((ask) => [0, 1, ask.service.length].includes(ask.persons.length), {
    path: ['persons'],
    error: 'Bitte die Personen einmal für alle Leistungen angeben oder einmal für jede.',
  })
  .refine(({ from, to }) => to >= from && Date.parse(to) - Date.parse(from) < MOST_DAYS * DAY_MS, {
    path: ['to'],
    error: `Bitte höchstens ${MOST_DAYS} Tage auf einmal abfragen, der letzte nicht vor dem ersten.`,
  })
export const availabilityView = z.object({
  days: z.array(
    z.object({
      date,
      times: z
        .array(z.string())
        .meta({ description: 'Anfangszeiten `HH:MM`, wie die Uhr in der Stadt sie zeigt.' }),
    }),
  ),
})
export type AvailabilityView = z.infer<typeof availabilityView>

/** `POST /api/v1/holds`; the header `Idempotency-Key` makes a second try answer like the first. */
export const holdInput = z.object({
  services: z
    .array(z.object({ id: serviceId, persons: persons.default(1) }), 'Bitte eine Leistung wählen.')
    .min(1, 'Bitte eine Leistung wählen.')
    .max(10, 'Höchstens 10 Leistungen in einem Termin.'),
  start,
  office: officeId.optional().meta({ description: 'Ohne Angabe das erste Büro der Stadt.' }),
  /** Any secret text of the browser or program: its next hold gives this one back. */
  holder: z.string().min(16, 'Bitte mindestens 16 Zeichen.').max(200).optional().meta({
    description: 'Ein geheimer Text für den, der hält: Seine nächste Reservierung gibt diese zurück.',
  }),
})
export type HoldInput = z.infer<typeof holdInput>

export const holdView = z.object({
  id: z.uuid(),
  secret: z.string(),
  start: instant,
  end: instant,
  expiresAt: instant,
})
export type HoldView = z.infer<typeof holdView>
export const extendedView = z.object({ expiresAt: instant })

/** The best other times, in a 409's `offers`. */
export const offer = z.object({ start: instant, end: instant })
export type Offer = z.infer<typeof offer>

/** `POST /api/v1/holds/:id/extend`, `…/release`; `POST /api/v1/appointments/:reference/cancel`. */
export const secretInput = z.object({ secret })

const blankIsNone = (text: string | undefined): string | undefined => text?.trim() || undefined

/** `POST /api/v1/holds/:id/confirm` */
export const confirmInput = z.object({
  secret,
  contact: z
    .object({
      name: z
        .string('Bitte Ihren Namen eingeben.')
        .trim()
        .min(1, 'Bitte Ihren Namen eingeben.')
        .max(120, 'Der Name ist zu lang (höchstens 120 Zeichen).'),
      email: z.string().optional().transform(blankIsNone).pipe(emailAddress.optional()),
      /** As typed. */
      phone: z.string().max(40, 'Die Rufnummer ist zu lang.').optional().transform(blankIsNone),
    })
    .refine(({ email, phone }) => email !== undefined || phone !== undefined, {
      path: ['email'],
      error: 'Bitte eine E-Mail-Adresse oder eine Telefonnummer angeben.',
    }),
})
export type ConfirmInput = z.infer<typeof confirmInput>

export const confirmedView = z.object({
  reference: z.string(),
  secret: z.string(),
  start: instant,
  end: instant,
})
export type ConfirmedView = z.infer<typeof confirmedView>
/** 202: the city wants the address confirmed first, by a link or a code that was sent there. */
export const askedView = z.object({ awaits: z.enum(['link', 'code']), expiresAt: instant })
export type AskedView = z.infer<typeof askedView>

/** `POST /api/v1/appointments/:reference/move` */
export const moveInput = z.object({ secret, start })
export const movedView = z.object({
  reference: z.string(),
  start: instant,
  end: instant,
  sequence: z.int(),
})
export type MovedView = z.infer<typeof movedView>

export const cancelledView = z.object({ reference: z.string(), state: z.literal('cancelled') })

const slug = z
  .string()
  .min(2, 'Bitte mindestens 2 Zeichen.')
  .max(40, 'Höchstens 40 Zeichen.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Bitte Kleinbuchstaben, Ziffern und Bindestriche.')
const title = (what: string) =>
  z.string(`Bitte ${what} eingeben.`).trim().min(1, `Bitte ${what} eingeben.`).max(80, 'Das ist zu lang.')
const whole = (least: number, most: number) =>
  z
    .number('Bitte eine Zahl eingeben.')
    .int('Bitte eine ganze Zahl.')
    .min(least, `Bitte mindestens ${least}.`)
    .max(most, `Bitte höchstens ${most}.`)
/** Without it a change that leaves booked appointments without room is refused with their list. */
const acceptConflicts = z.boolean().default(false)

/** `POST /api/v1/offices` adds an office; `PUT /api/v1/offices/:id` adds one with this id or changes it. */
export const officeInput = z.object({
  name: title('den Namen'),
  address: z.string('Bitte die Anschrift eingeben.').trim().min(1, 'Bitte die Anschrift eingeben.').max(200),
  counters: whole(1, 200),
  gridMinutes: z.literal([5, 10, 15, 20, 30, 60], {
    error: 'Möglich sind 5, 10, 15, 20, 30 und 60 Minuten.',
  }),
  bookAheadDays: whole(1, 365),
  active: z.boolean(),
  devices: z
    .array(
      z.object({
        /** What services name it by; of a new device it comes from its name. */
        kind: slug.optional(),
        name: title('die Bezeichnung'),
        units: whole(1, 100),
      }),
    )
    .max(20, 'Höchstens 20 Arten von Geräten.'),
  acceptConflicts,
})
export type OfficeInput = z.infer<typeof officeInput>

const CLOCK = 'Bitte eine Uhrzeit eingeben, zum Beispiel 08:30.'
const minute = z.number(CLOCK).int(CLOCK).min(0, CLOCK).max(1440, CLOCK)
/** `POST /api/v1/offices/:id/shifts` and `PUT …/shifts/:shift`; minutes since local midnight. */
export const shiftInput = z.object({
  label: title('eine Bezeichnung'),
  people: whole(1, 50),
  /** Services these people may do; null: all. */
  skills: z.array(serviceId).min(1, 'Bitte mindestens eine Leistung wählen.').max(200).nullable(),
  pattern: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('weekly'),
      weekdays: z.array(whole(1, 7)).min(1, 'Bitte mindestens einen Wochentag wählen.').max(7),
      everyWeeks: whole(1, 8),
      from: date,
      until: date.nullable(),
    }),
    z.object({ kind: z.literal('day'), date }),
  ]),
  opens: minute,
  closes: minute,
  breaks: z.array(z.object({ from: minute, to: minute })).max(10, 'Höchstens 10 Pausen.'),
  acceptConflicts,
})
export type ShiftInput = z.infer<typeof shiftInput>

/** `DELETE`-like changes: `POST …/shifts/:shift/remove` */
export const removeShiftInput = z.object({ acceptConflicts })

/** `PUT /api/v1/offices/:id/shifts/:shift/exceptions/:date`: so many people on this day; null none, absent as usual. */
export const exceptionInput = z.object({ people: whole(1, 50).nullish(), acceptConflicts })
export type ExceptionInput = z.infer<typeof exceptionInput>

/** `PUT /api/v1/appointment-services/:id` */
export const serviceSettingInput = z.object({
  setupMinutes: whole(0, 120),
  minutes: whole(1, 480),
  devices: z.array(slug).max(20),
  bookable: z.boolean(),
})
export type ServiceSettingInput = z.infer<typeof serviceSettingInput>

/** An appointment that a changed plan has no room for: in a 409's `conflicts`, and in the answer once accepted. */
export const conflictView = z.object({
  reference: z.string(),
  officeId: z.string(),
  start: instant,
  end: instant,
})
export type ConflictView = z.infer<typeof conflictView>
export const changedSettings = z.object({ conflicts: z.array(conflictView) })
/** What was added or changed, where it is one thing. */
export const savedSetting = changedSettings.extend({ id: z.string() })

/** `GET /api/v1/offices` */
export const settingsView = z.object({
  offices: z.array(
    officeInput.omit({ acceptConflicts: true }).extend({
      id: z.string(),
      gridMinutes: z.int(),
      devices: z.array(z.object({ kind: z.string(), name: z.string(), units: z.int() })),
      shifts: z.array(shiftInput.omit({ acceptConflicts: true }).extend({ id: z.uuid() })),
      exceptions: z.array(z.object({ shiftId: z.uuid(), date, people: z.int().nullable() })),
    }),
  ),
  /** `bookable` is false also while the catalogue does not offer the service. */
  services: z.array(serviceSettingInput.extend({ id: z.string() })),
  /** What the catalogue offers, by name; `needsVisit`: always, in some cases, never. */
  catalogue: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      department: z.string(),
      minutes: z.int(),
      needsVisit: z.enum(['required', 'depends', 'not-required']),
    }),
  ),
})
export type SettingsView = z.infer<typeof settingsView>
