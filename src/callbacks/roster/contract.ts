import { z } from 'zod'

const clock = z
  .string('Bitte eine Uhrzeit eingeben, zum Beispiel 08:00.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Bitte eine Uhrzeit eingeben, zum Beispiel 08:00.')
const optionalClock = clock.nullable().default(null)
/** Weeks are counted from 6 January 2020; the year 9999 is a typing error. */
const date = z.iso
  .date('Bitte einen Tag angeben.')
  .refine((day) => day >= '2020-01-06' && day < '2200', 'Bitte einen Tag zwischen 2020 und 2199 angeben.')

/** `GET /api/v1/rosters`: a team (without it the first one) in the week of a day (without it this week). */
export const rosterInput = z.object({ team: z.uuid().optional(), week: date.optional() })

const shared = {
  opens: clock,
  closes: clock,
  /** Both or none. */
  breakOpens: optionalClock,
  breakCloses: optionalClock,
  /** Percent of the time that goes to callbacks. */
  share: z
    .number('Bitte eine ganze Zahl von 1 bis 100 eingeben.')
    .int('Bitte eine ganze Zahl von 1 bis 100 eingeben.')
    .min(1, 'Bitte eine ganze Zahl von 1 bis 100 eingeben.')
    .max(100, 'Bitte eine ganze Zahl von 1 bis 100 eingeben.'),
}

/** `POST /api/v1/rosters/:team/entries` and `PUT …/:id`: one entry for each weekday, or one for a single day. */
export const entryInput = z
  .discriminatedUnion(
    'kind',
    [
      z.object({
        kind: z.literal('weekly'),
        accountId: z.uuid('Bitte jemanden wählen.'),
        weekdays: z
          .array(z.int().min(1).max(7))
          .min(1, 'Bitte mindestens einen Wochentag wählen.')
          .max(7)
          .refine((days) => new Set(days).size === days.length, 'Bitte jeden Wochentag nur einmal nennen.'),
        ...shared,
        everyWeeks: z.union([z.literal(1), z.literal(2)], { error: 'Bitte wählen, wie oft.' }).default(1),
        from: date,
        until: date.nullable().default(null),
      }),
      z.object({
        kind: z.literal('day'),
        accountId: z.uuid('Bitte jemanden wählen.'),
        date,
        ...shared,
      }),
    ],
    { error: 'Bitte wählen: jede Woche oder nur an einem Tag.' },
  )
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    error: 'Das Ende muss nach dem Beginn liegen.',
  })
  .refine(({ breakOpens, breakCloses }) => breakOpens === null || breakCloses !== null, {
    path: ['breakCloses'],
    error: 'Bitte angeben, bis wann die Pause geht.',
  })
  .refine(({ breakOpens, breakCloses }) => breakOpens !== null || breakCloses === null, {
    path: ['breakOpens'],
    error: 'Bitte angeben, ab wann Pause ist.',
  })
  .refine(
    ({ opens, closes, breakOpens: from, breakCloses: to }) =>
      from === null || to === null || (opens < from && from < to && to < closes),
    { path: ['breakOpens'], error: 'Die Pause muss innerhalb der Zeit liegen und vor ihrem Ende beginnen.' },
  )
  .refine((entry) => entry.kind === 'day' || entry.until === null || entry.from <= entry.until, {
    path: ['until'],
    error: 'Der letzte Tag darf nicht vor dem ersten liegen.',
  })
export type EntryInput = z.output<typeof entryInput>

/** `POST /api/v1/absences`. There is no reason, and no field for one. */
export const absenceInput = z
  .object({
    accountId: z.uuid('Bitte jemanden wählen.'),
    from: date,
    /** The last day; null until further notice. */
    until: date.nullable().default(null),
  })
  .refine(({ from, until }) => until === null || from <= until, {
    path: ['until'],
    error: 'Der letzte Tag darf nicht vor dem ersten liegen.',
  })
export type AbsenceInput = z.output<typeof absenceInput>

/** Time with open promises in which nobody of the team makes callbacks. */
export const gapView = z.object({
  /** 'heute 14–15 Uhr' */
  when: z.string(),
  promises: z.int(),
})
export type GapView = z.infer<typeof gapView>

/** What every change answers: it is stored, and this is left uncovered. */
export const rosterChanged = z.object({ gaps: z.array(gapView) })
export type RosterChanged = z.infer<typeof rosterChanged>

export const entryView = z.object({
  id: z.uuid(),
  kind: z.enum(['weekly', 'day']),
  weekday: z.int(),
  opens: z.string(),
  closes: z.string(),
  breakOpens: z.string().nullable(),
  breakCloses: z.string().nullable(),
  share: z.int(),
  everyWeeks: z.union([z.literal(1), z.literal(2)]),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
})
export type EntryView = z.infer<typeof entryView>

export const absenceView = z.object({
  id: z.uuid(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
})
export type AbsenceView = z.infer<typeof absenceView>

const personView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The account that asks. */
  mine: z.boolean(),
  /** For each day of the week: what the roster says, before service hours and closures cut it. */
  days: z.array(
    z.object({
      absent: z.boolean(),
      times: z.array(z.object({ from: z.string(), to: z.string(), share: z.int() })),
    }),
  ),
  /** In force from the shown week on, or from today where that is earlier. */
  entries: z.array(entryView),
  absences: z.array(absenceView),
})
export type PersonView = z.infer<typeof personView>

export const rosterView = z.object({
  /** Whose rosters this account may see. */
  teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Null when there is none to see. */
  roster: z
    .object({
      team: z.object({ id: z.uuid(), name: z.string() }),
      /** False: the number of callbacks per hour stands for it. */
      begun: z.boolean(),
      callbacksPerHour: z.int(),
      mayPlan: z.boolean(),
      today: z.iso.date(),
      /** From Monday to Sunday. */
      days: z.array(
        z.object({
          date: z.iso.date(),
          /** A holiday or a closure. */
          closedBecause: z.string().nullable(),
          /** The service hours of the day and how many people make callbacks in some part of each. */
          hours: z.array(z.object({ from: z.string(), to: z.string(), people: z.int() })),
        }),
      ),
      people: z.array(personView),
      gaps: z.array(gapView),
    })
    .nullable(),
})
export type RosterView = z.infer<typeof rosterView>
