import { z } from 'zod'
import { REPORT_STATES } from './model.ts'
import { photoView } from './photos/contract.ts'

const instant = z.iso.datetime()
const named = z.object({ id: z.uuid(), name: z.string() })
const state = z.enum(REPORT_STATES)

/** `GET /api/v1/reports?…` */
export const reportsInput = z.object({
  /** `open`: without an answer, by due time; `away`: the same of those that are put away; `ended`: by the time of the answer, newest first. */
  show: z.enum(['open', 'away', 'ended']).default('open'),
  /** Only mine, only those nobody works. */
  who: z.enum(['all', 'mine', 'nobody']).default('all'),
  category: z.string().max(40).optional(),
  team: z.uuid().optional(),
  /** In what was said, or where; a number finds its report. */
  words: z.string().trim().max(200).optional(),
  /** Where the page before ended. */
  after: z.string().max(120).optional(),
})
export type ReportsInput = z.infer<typeof reportsInput>

export const reportItem = z.object({
  id: z.uuid(),
  number: z.string(),
  category: z.string(),
  /** The beginning of what was said. */
  excerpt: z.string(),
  place: z.string().nullable(),
  state,
  practice: z.boolean(),
  team: named,
  assignee: named.nullable(),
  openedAt: instant,
  dueAt: instant,
  answeredAt: instant.nullable(),
  overdue: z.boolean(),
  /** Less than half a day of service time is left. */
  soon: z.boolean(),
  away: z.enum(['away', 'back']).nullable(),
})
export type ReportItem = z.infer<typeof reportItem>

export const reportsView = z.object({
  items: z.array(reportItem),
  /** For `after`; null when there are no more. */
  next: z.string().nullable(),
  /** Of the own teams, whatever is filtered. */
  /** Those one may choose from. */
  teams: z.array(named),
  counts: z.object({
    open: z.int(),
    away: z.int(),
    overdue: z.int(),
    soon: z.int(),
    mine: z.int(),
    nobody: z.int(),
  }),
})
export type ReportsView = z.infer<typeof reportsView>

/** `GET /api/v1/reports/:id`; looking is written to the audit trail. What is said of the person is in the case. */
export const reportView = z.object({
  id: z.uuid(),
  number: z.string(),
  category: named.extend({ id: z.string() }),
  description: z.string(),
  place: z.string().nullable(),
  /** Where that is, as far as the city's own list and boundary tell. */
  where: z.object({
    at: z.object({ lat: z.number(), lon: z.number() }).nullable(),
    /** The nearest address. */
    near: z.string().nullable(),
    /** On private ground: everybody sees the street and a rough area only. */
    isPrivate: z.boolean(),
  }),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  state,
  practice: z.boolean(),
  team: named,
  assignee: named.nullable(),
  openedAt: instant,
  dueAt: instant,
  overdue: z.boolean(),
  /** Less than half a day of service time is left. */
  soon: z.boolean(),
  plannedFor: z.iso.date().nullable(),
  /** `back`: its day came, and nobody has gone on with it since. */
  away: z.object({ is: z.enum(['away', 'back']), until: instant }).nullable(),
  /** Whether everybody may see it; null where its category is not shown in public. */
  released: z.boolean().nullable(),
  photos: z.array(photoView),
  updates: z.array(
    z.object({
      at: instant,
      state,
      text: z.string(),
      plannedFor: z.iso.date().nullable(),
      byReporter: z.boolean(),
    }),
  ),
  routings: z.array(
    z.object({ at: instant, from: z.string(), to: z.string(), reason: z.string(), by: z.string() }),
  ),
  /** How whoever reported gets news; null: only by looking. */
  reachedBy: z.enum(['email', 'sms']).nullable(),
  /** The one that is worked, where this one says the same. */
  mergedInto: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  /** Those that belong to this one. */
  merged: z.array(z.object({ id: z.uuid(), number: z.string() })),
  /** Open ones that may say the same. */
  similar: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      place: z.string().nullable(),
      excerpt: z.string(),
      openedAt: instant,
    }),
  ),
  /** Whom it can be assigned to, and passed on to. */
  members: z.array(named),
  teams: z.array(named),
  mayRoute: z.boolean(),
})
export type ReportView = z.infer<typeof reportView>

/** `POST /api/v1/reports/:id/steps` */
export const stepInput = z.object({
  state: z.enum(['in-work', 'planned', 'forwarded', 'done', 'not-done'], 'Bitte wählen Sie, was geschieht.'),
  text: z.string('Bitte schreiben Sie etwas.').max(10_000),
  plannedFor: z.iso.date('Bitte ein Datum eingeben.').nullable().default(null),
})

/** `POST /api/v1/reports/:id/route` */
export const routeInput = z.object({
  teamId: z.uuid('Bitte ein Team wählen.'),
  reason: z
    .string('Bitte sagen Sie, warum.')
    .trim()
    .min(1, 'Bitte sagen Sie, warum.')
    .max(500, 'Die Begründung ist zu lang (höchstens 500 Zeichen).'),
})

/** `POST /api/v1/reports/:id/put-away` */
export const putAwayInput = z.object({
  day: z.iso.date('Bitte einen Tag eingeben.').nullable(),
  reason: z.string().max(500, 'Die Begründung ist zu lang (höchstens 500 Zeichen).'),
})

/** `POST /api/v1/reports/:id/category` */
export const categoryChange = z.object({
  category: z.string().min(1, 'Bitte eine Kategorie wählen.').max(40),
  reason: routeInput.shape.reason,
})

/** `POST /api/v1/reports/:id/merge`: with the number of the one that is worked. */
export const mergeInput = z.object({
  number: z.string().trim().min(1, 'Bitte die Nummer der anderen Meldung eingeben.').max(60),
})

/** `POST /api/v1/reports/:id/ground` */
export const groundInput = z.object({ isPrivate: z.boolean() })

/** `POST /api/v1/reports/:id/release` */
export const releaseInput = z.object({ released: z.boolean() })

/** `POST /api/v1/reports/:id/words`: the only time they are shown. */
export const wordsView = z.object({ words: z.string() })
export type WordsView = z.infer<typeof wordsView>

/** `POST /api/v1/reports/:id/assign` */
export const assignInput = z.object({ accountId: z.uuid('Bitte jemanden wählen.').nullable() })

/** `POST /api/v1/cases/:id/report`: a case that came by telephone becomes a report. */
export const takeOnInput = z.object({
  category: z.string('Bitte eine Kategorie wählen.').max(40),
  place: z.string().max(1000).default(''),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
})
export type TakeOnInput = z.infer<typeof takeOnInput>
