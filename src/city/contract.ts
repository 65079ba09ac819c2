import { z } from 'zod'

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Bitte als HH:MM schreiben, zum Beispiel 08:00.')
/** PostgreSQL knows no year 0, and a closure in the year 9999 is a typing error. */
const date = z.iso
  .date('Bitte ein Datum angeben.')
  .refine((day) => day >= '1900' && day < '2200', 'Bitte ein Jahr zwischen 1900 und 2199 angeben.')

export const openingView = z.object({
  weekday: z.number().int().min(1).max(7),
  opens: clockTime,
  closes: clockTime,
})
export type OpeningView = z.infer<typeof openingView>
export const closureView = z.object({
  date,
  reason: z
    .string('Bitte einen Grund angeben, den auch die Agentinnen vorlesen können.')
    .trim()
    .min(1, 'Bitte einen Grund angeben, den auch die Agentinnen vorlesen können.')
    .max(200, 'Der Grund ist zu lang.'),
})
export type ClosureView = z.infer<typeof closureView>

const seconds = z
  .number('Bitte eine Zahl von Sekunden eingeben.')
  .int('Bitte ganze Sekunden.')
  .min(0, 'Bitte 0 oder mehr.')
  .max(600, 'Höchstens 600 Sekunden.')

/** What happens while nobody answers; seconds from the moment the call comes in. */
const routingInput = z
  .object({
    needs: z.array(z.string().trim().min(1).max(40, 'Eine Fähigkeit ist zu lang.')).max(10).default([]),
    helperTeamIds: z.array(z.uuid('Bitte ein Team wählen.')).max(20).default([]),
    widenAfterSeconds: seconds.default(5),
    /** As typed; empty when nobody outside helps. */
    overflowNumber: z.string().trim().max(40, 'Die Nummer ist zu lang.').default(''),
    overflowBasis: z.string().trim().max(200, 'Die Angabe ist zu lang.').default(''),
    overflowAfterSeconds: seconds.default(8),
    offerAfterSeconds: seconds.default(12),
  })
  .refine(({ overflowNumber, overflowBasis }) => overflowNumber === '' || overflowBasis !== '', {
    path: ['overflowBasis'],
    error: 'Bitte angeben, auf welchem Vertrag das beruht, zum Beispiel „AV-Vertrag vom 1. September 2026“.',
  })
export type RoutingInput = z.infer<typeof routingInput>

export const lineInput = z.object({
  /** As typed; stored as E.164. */
  number: z
    .string('Bitte die Rufnummer eingeben.')
    .trim()
    .min(3, 'Bitte die Rufnummer eingeben.')
    .max(40, 'Die Rufnummer ist zu lang.'),
  name: z
    .string('Bitte einen Namen eingeben.')
    .trim()
    .min(1, 'Bitte einen Namen eingeben.')
    .max(80, 'Der Name ist zu lang.'),
  purpose: z.enum(['service', 'report'], { error: 'Bitte den Zweck der Rufnummer wählen.' }),
  greeting: z
    .string('Bitte den Begrüßungssatz eingeben.')
    .trim()
    .min(1, 'Bitte den Begrüßungssatz eingeben.')
    .max(400, 'Der Begrüßungssatz ist zu lang.'),
  answeringTeamId: z.uuid('Bitte das Team wählen, das Anrufe annimmt.'),
  callbackTeamId: z.uuid('Bitte das Team wählen, das zurückruft.'),
  active: z.boolean(),
  /** Without it the line keeps what it has. */
  routing: routingInput.optional(),
})
export const lineView = lineInput.extend({
  id: z.uuid(),
  number: z.string(),
  numberNational: z.string(),
  routing: routingInput,
})
export type LineView = z.infer<typeof lineView>

export const teamInput = z.object({
  name: z
    .string('Bitte einen Namen eingeben.')
    .trim()
    .min(1, 'Bitte einen Namen eingeben.')
    .max(80, 'Der Name ist zu lang.'),
  kind: z.enum(['service-desk', 'office', 'reports', 'department'], {
    error: 'Bitte die Art des Teams wählen.',
  }),
  providerId: z.uuid('Bitte einen Dienstleister wählen.').nullable(),
  callbacksPerHour: z
    .number('Bitte eine Zahl eingeben.')
    .int('Bitte eine ganze Zahl.')
    .min(0, 'Bitte 0 oder mehr.')
    .max(1000, 'Höchstens 1000.'),
})
export const teamView = teamInput.extend({ id: z.uuid() })
export type TeamView = z.infer<typeof teamView>

export const providerInput = z.object({
  name: z
    .string('Bitte einen Namen eingeben.')
    .trim()
    .min(1, 'Bitte einen Namen eingeben.')
    .max(120, 'Der Name ist zu lang.'),
  /** Date of the processing contract (Art. 28 GDPR). */
  contractOn: date.nullable(),
})
export const providerView = providerInput.extend({ id: z.uuid() })

/** `GET /api/v1/city`: everything an administrator sets. */
export const cityView = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  land: z.string(),
  timeZone: z.string(),
  areaCode: z.string(),
  casePrefix: z.string(),
  hostnames: z.array(z.string()),
  demo: z.boolean(),
  hours: z.array(openingView),
  closures: z.array(closureView),
  /** Public holidays of the Land for this and the next year; not editable. */
  holidays: z.array(z.object({ date, name: z.string() })),
  lines: z.array(lineView),
  teams: z.array(teamView),
  providers: z.array(providerView),
})
export type CityView = z.infer<typeof cityView>

/** `GET /api/v1/about`: whose house this is, for everybody, before any sign-in. */
export const aboutView = z.object({ title: z.string(), demo: z.boolean() })

/** `PUT /api/v1/city` */
export const cityInput = z.object({
  name: z
    .string('Bitte den Namen eingeben.')
    .trim()
    .min(1, 'Bitte den Namen eingeben.')
    .max(80, 'Der Name ist zu lang.'),
  title: z
    .string('Bitte die Bezeichnung eingeben.')
    .trim()
    .min(1, 'Bitte die Bezeichnung eingeben.')
    .max(120, 'Die Bezeichnung ist zu lang.'),
  land: z.enum(
    ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'],
    { error: 'Bitte das Bundesland wählen.' },
  ),
  areaCode: z
    .string('Bitte die Vorwahl eingeben.')
    .trim()
    .regex(/^0[1-9]\d{1,4}$/, 'Bitte die Vorwahl mit 0 am Anfang eingeben.'),
  hostnames: z.array(
    z
      .string()
      .trim()
      .toLowerCase()
      .max(253, 'Ein Rechnername hat höchstens 253 Zeichen.')
      .regex(/^[a-z0-9.-]+$/, 'Bitte nur den Rechnernamen, ohne https://.'),
  ),
})
/** `PUT /api/v1/city/hours`: the whole week at once. */
export const hoursInput = z.object({ hours: z.array(openingView, 'Bitte die ganze Woche angeben.') })

const wholeOf = (least: number, most: number) =>
  z
    .number('Bitte eine Zahl eingeben.')
    .int('Bitte eine ganze Zahl.')
    .min(least, `Bitte mindestens ${least}.`)
    .max(most, `Bitte höchstens ${most}.`)

/** `PUT /api/v1/call-limits`: so many calls of one number that came to nothing get through in so many minutes. */
export const callLimits = z.object({
  minutes: wholeOf(1, 60),
  calls: wholeOf(3, 1000),
  /** All callers without a number together. */
  anonymousCalls: wholeOf(3, 10_000),
})
export type CallLimits = z.infer<typeof callLimits>

/** `POST /api/v1/dial-permissions`: numbers that begin so may be dialled. */
export const dialPermissionInput = z.object({
  /** As typed, '0043' or '+43' or '0180'; stored as E.164. */
  prefix: z
    .string('Bitte den Anfang der Nummern eingeben.')
    .trim()
    .min(1, 'Bitte den Anfang der Nummern eingeben.')
    .max(20, 'Das ist zu lang.'),
  reason: z
    .string('Bitte einen Grund angeben.')
    .trim()
    .min(1, 'Bitte einen Grund angeben.')
    .max(200, 'Der Grund ist zu lang (höchstens 200 Zeichen).'),
})

/** `GET /api/v1/dial-permissions`: what is dialled beyond ordinary German numbers, and how many calls get through. */
export const misuseView = z.object({
  permissions: z.array(
    z.object({ prefix: z.string(), reason: z.string(), by: z.string(), at: z.iso.datetime() }),
  ),
  limits: callLimits,
})
export type MisuseView = z.infer<typeof misuseView>

/** `PUT /api/v1/lines/:id/opening`: a line open or closed against the service hours. */
export const lineOpeningInput = z.object({
  state: z.enum(['open', 'closed'], { error: 'Bitte wählen: öffnen oder schließen.' }),
  /** Null: until further notice. */
  until: clockTime.nullable(),
  reason: z
    .string('Bitte einen Grund angeben. Er steht auf der Startseite und bei den Agentinnen.')
    .trim()
    .min(1, 'Bitte einen Grund angeben. Er steht auf der Startseite und bei den Agentinnen.')
    .max(200, 'Der Grund ist zu lang (höchstens 200 Zeichen).'),
})
export type LineOpeningInput = z.infer<typeof lineOpeningInput>

const localTime = (sentence: string) =>
  z.iso
    .datetime({ local: true, precision: -1, error: sentence })
    .refine((at) => at >= '2000' && at < '2200', sentence)

const announcementText = z
  .string()
  .trim()
  .min(1, 'Bitte den Text eingeben oder das Feld leer lassen.')
  .max(300, 'Der Text ist zu lang (höchstens 300 Zeichen).')
  .nullable()
  .default(null)

/** Own pages by their path, others by their whole address; nothing that a browser would run. */
const announcementLink = z
  .string()
  .trim()
  .max(500, 'Der Link ist zu lang (höchstens 500 Zeichen).')
  .refine(
    (link) => (/^https?:\/\//.test(link) ? URL.canParse(link) : /^\/(?![/\\])/.test(link)),
    'Bitte eine ganze Adresse angeben (https://…) oder einen Weg auf diesen Seiten (/termin).',
  )
  .nullable()
  .default(null)

/** `POST /api/v1/announcements`; times as the clock in the city hall shows them. */
export const announcementInput = z.object({
  text: z
    .string('Bitte den Text eingeben.')
    .trim()
    .min(1, 'Bitte den Text eingeben.')
    .max(300, 'Der Text ist zu lang (höchstens 300 Zeichen).'),
  /** In English and in plain German; null: readers of these get the German text. */
  textEn: announcementText,
  textEinfach: announcementText,
  link: announcementLink,
  /** On the home page too, not only on the page of how things stand. */
  important: z.boolean().default(true),
  /** None: for readers only. */
  lineIds: z
    .array(z.uuid('Bitte Leitungen dieser Stadt wählen.'), { error: 'Bitte Leitungen dieser Stadt wählen.' })
    .max(50, 'Das sind zu viele Leitungen.'),
  /** Null: from now on. */
  from: localTime('Bitte Tag und Uhrzeit angeben.').nullable(),
  until: localTime('Bitte Tag und Uhrzeit des Endes angeben.'),
})
export type AnnouncementInput = z.input<typeof announcementInput>

/** `GET /api/v1/notices/today`: what everybody on the phone must know. */
export const todayView = z.object({
  open: z.boolean(),
  /** "heute bis 16 Uhr", "wieder am Montag ab 8 Uhr" */
  hoursText: z.string(),
  /**
   * Special announcements, lines open or closed against the service hours, then closures and holidays of the next
   * seven days: sentences to read aloud.
   */
  notices: z.array(z.string()),
})
export type TodayView = z.infer<typeof todayView>
