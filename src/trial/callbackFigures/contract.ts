import { z } from 'zod'

/** Groups with fewer promises are never shown by themselves. */
export const LEAST_SHOWN = 5

/** More days are asked for one after the other. */
const MOST_DAYS = 400
const DAY_MS = 86_400_000

const date = z.iso.date('Bitte einen Tag als JJJJ-MM-TT angeben, zum Beispiel 2026-11-23.')

/**
 * `GET /api/v1/figures/callbacks?from=YYYY-MM-DD&to=YYYY-MM-DD`; `…/callbacks.csv` with the same query. Both days belong
 * to the period; without them it is the running month.
 */
export const periodInput = z
  .object({ from: date.optional(), to: date.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    error: 'Der letzte Tag muss der erste oder ein späterer sein.',
  })
  .refine(
    ({ from, to }) =>
      from === undefined || to === undefined || Date.parse(to) - Date.parse(from) < MOST_DAYS * DAY_MS,
    { path: ['to'], error: `Bitte höchstens ${MOST_DAYS} Tage auf einmal.` },
  )
export type PeriodInput = z.infer<typeof periodInput>

const count = z.int().nonnegative()
/** Milliseconds; null where nobody was tried, and for groups that are shown as one. */
const ms = z.int().nonnegative().nullable()

/** Promises whose window ends in the period; docs/figures.md defines each. Practice never counts. */
const promiseCounts = z.object({
  promised: count,
  kept: count,
  broken: count,
  brokenNobodyTookIt: count,
  brokenOwnerDidNotCall: count,
  brokenTelephoneFailed: count,
  brokenNobodyOnDuty: count,
  brokenWrongNumber: count,
  withdrawn: count,
  moved: count,
  open: count,
  firstAttempts: count,
  firstReached: count,
  tries: count,
  reached: count,
  spoken: count,
  settledAtOnce: count,
})
const promiseTimes = z.object({
  firstAttemptMedianMs: ms,
  firstAttemptP90Ms: ms,
  firstAttemptServiceMedianMs: ms,
  firstAttemptServiceP90Ms: ms,
})
export const promiseFigures = promiseCounts.extend(promiseTimes.shape)
export type PromiseFigures = z.infer<typeof promiseFigures>
export const COUNTS = promiseCounts.keyof().options
export const TIMES = promiseTimes.keyof().options

/** What they are called on the page and in the table for a spreadsheet. */
export const FIGURE_NAMES = {
  promised: 'Zugesagt',
  kept: 'Gehalten',
  broken: 'Gebrochen',
  brokenNobodyTookIt: 'Gebrochen: niemand hat übernommen',
  brokenOwnerDidNotCall: 'Gebrochen: übernommen, aber nicht angerufen',
  brokenTelephoneFailed: 'Gebrochen: Anruf kam nicht durch',
  brokenNobodyOnDuty: 'Gebrochen: niemand im Dienst',
  brokenWrongNumber: 'Gebrochen: Nummer gibt es nicht',
  withdrawn: 'Zurückgezogen',
  moved: 'Auf Wunsch verschoben',
  open: 'Noch offen',
  firstAttempts: 'Mindestens einmal versucht',
  firstReached: 'Mit dem ersten Versuch erreicht',
  tries: 'Anrufversuche',
  reached: 'Versuche mit Gespräch',
  spoken: 'Gesprochen',
  settledAtOnce: 'Im ersten Gespräch erledigt',
  firstAttemptMedianMs: 'Zeit bis zum ersten Versuch, Median (Minuten)',
  firstAttemptP90Ms: 'Zeit bis zum ersten Versuch, 90 von 100 (Minuten)',
  firstAttemptServiceMedianMs: 'Zeit bis zum ersten Versuch in Servicezeit, Median (Minuten)',
  firstAttemptServiceP90Ms: 'Zeit bis zum ersten Versuch in Servicezeit, 90 von 100 (Minuten)',
} as const satisfies Record<keyof PromiseFigures, string>

export const GROUPINGS = ['service', 'team', 'hour'] as const
export type Grouping = (typeof GROUPINGS)[number]

export const callbackFigures = z.object({
  from: date,
  to: date,
  /** `few`: fewer than five promises, so that nothing is shown. */
  size: z.enum(['none', 'few', 'enough']),
  /** Null unless there are enough. */
  total: promiseFigures.nullable(),
  /** Cases opened in the period, and those settled in the first contact; null when fewer than five were opened. */
  cases: z.object({ opened: count, settledInCall: count }).nullable(),
  groups: z.array(
    z.object({
      by: z.enum(GROUPINGS),
      shown: z.array(z.object({ key: z.string(), name: z.string(), figures: promiseFigures })),
      /** All others as one, so that no small group can be worked out. */
      rest: z.object({ groups: count, figures: promiseFigures }).nullable(),
    }),
  ),
})
export type CallbackFigures = z.infer<typeof callbackFigures>
