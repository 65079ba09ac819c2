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
  items: z.array(dayItem),
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
