import { z } from 'zod'

const DAY_S = 86_400

/** One that counts, without who called. */
export const testCall = z.object({
  at: z.iso.datetime(),
  /** A word for what was dialled: 'Bürgerbüro', '104 20 30'. */
  dialled: z.string(),
  /** Whether somebody answered; else the caller gave up. */
  answered: z.boolean(),
  /** Until then. */
  waitS: z.int(),
})
export type TestCall = z.infer<typeof testCall>

/** `POST /api/v1/test-calls`: somebody of the city called its own number, to see how long it takes. Day and time are the city's. */
export const testCallInput = z.object({
  day: z.iso.date('Bitte einen Tag angeben.'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte eine Uhrzeit angeben.'),
  dialled: z.string().trim().min(1, 'Bitte ausfüllen.').max(60, 'Bitte höchstens 60 Zeichen.'),
  answered: z.boolean(),
  waitS: z
    .int('Bitte als Sekunden (15), Minuten (3:20) oder Stunden (3:20:00) angeben.')
    .min(0, 'Eine Dauer ist nicht kleiner als null.')
    .max(DAY_S, 'Das ist länger als ein Tag.'),
})
export type TestCallInput = z.infer<typeof testCallInput>

/** One in the list. */
export const testCallView = testCall.extend({ id: z.uuid() })
