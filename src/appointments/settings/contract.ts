import { z } from 'zod'

const date = z.iso.date('Bitte einen Tag angeben (JJJJ-MM-TT).')
const minute = z.int()

/** `GET /api/v1/offices/:id/week?date=YYYY-MM-DD`: the week that the day lies in; without it the one that goes on. */
export const weekInput = z.object({ date: date.optional() })

/** Minutes are those of the wall clock since midnight. */
export const weekView = z.object({
  counters: z.int(),
  /** From Monday to Sunday. */
  days: z.array(
    z.object({
      date,
      /** A holiday or a closure. */
      closedBecause: z.string().nullable(),
      /** When how many people work; between them nobody does. */
      steps: z.array(
        z.object({
          from: minute,
          to: minute,
          people: z.int(),
          withoutCounter: z.int(),
          onBreak: z.int(),
        }),
      ),
    }),
  ),
})
export type WeekView = z.infer<typeof weekView>
