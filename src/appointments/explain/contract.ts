import { z } from 'zod'

const QUOTA_WORDS = 'Bitte wählen, für wen gefragt wird.'

/** `GET /api/v1/offices/:id/explain?services=ID[,ID]&persons=N&date=YYYY-MM-DD&time=HH:MM&quota=web`: why a time is not free. */
export const explainInput = z.object({
  services: z
    .string('Bitte eine Leistung wählen.')
    .transform((text) => text.split(',').filter((id) => id !== ''))
    .pipe(z.array(z.string().max(60)).min(1, 'Bitte eine Leistung wählen.').max(10)),
  persons: z.coerce
    .number('Bitte angeben, für wie viele Personen.')
    .int('Bitte eine ganze Zahl von Personen.')
    .min(1, 'Bitte mindestens eine Person.')
    .max(10, 'Höchstens 10 Personen in einem Termin.')
    .default(1),
  date: z.iso.date('Bitte einen Tag angeben.'),
  time: z
    .string('Bitte eine Uhrzeit eingeben, zum Beispiel 10:15.')
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte eine Uhrzeit eingeben, zum Beispiel 10:15.'),
  quota: z.enum(['web', 'phone', 'counter', 'emergency'], QUOTA_WORDS).default('web'),
})
export type ExplainInput = z.output<typeof explainInput>

export const explainView = z.object({
  free: z.boolean(),
  /** The answer, in one sentence. */
  sentence: z.string(),
  /** A word for programs; null where the time is free. */
  reason: z.string().nullable(),
  /** How long the appointment would be; null for what cannot be booked. */
  minutes: z.int().nullable(),
  /** The next free time after the one asked for, else the first of all; null where there is none, or the time itself is free. */
  next: z.object({ start: z.iso.datetime(), sentence: z.string() }).nullable(),
})
export type ExplainView = z.infer<typeof explainView>
