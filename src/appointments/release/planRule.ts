import { z } from 'zod'
import { QUOTAS, type ReleaseRule } from './plan.ts'

const WHOLE_DAY = 1440
const at = z
  .int('Bitte eine Uhrzeit angeben.')
  .min(0, 'Bitte eine Uhrzeit angeben.')
  .max(WHOLE_DAY - 1, 'Bitte eine Uhrzeit angeben.')
const date = z.iso.date('Bitte den Tag der Freigabe angeben.')
const percent = z
  .int('Bitte eine ganze Zahl von Prozent.')
  .min(1, 'Mindestens 1 Prozent.')
  .max(100, 'Höchstens 100 Prozent.')
const days = z
  .int('Bitte eine ganze Zahl von Tagen.')
  .min(0, 'Bitte mindestens 0 Tage.')
  .max(365, 'Bitte höchstens 365 Tage.')
const whole = <T extends { percent: number }>(parts: readonly T[]): boolean =>
  parts.reduce((all, part) => all + part.percent, 0) <= 100
const TOO_MUCH = 'Zusammen sind es mehr als 100 Prozent: Mehr als das, was da ist, kann niemand freigeben.'

/** A rule as it is stored and sent; the sentences are for its form. */
export const ruleShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('batch'), opens: z.object({ date, at }) }),
  z.object({
    kind: z.literal('rolling'),
    steps: z
      .array(z.object({ daysBefore: days, at, percent }))
      .min(1, 'Bitte mindestens eine Stufe angeben.')
      .max(10, 'Höchstens 10 Stufen.')
      .refine(whole, TOO_MUCH),
  }),
  z.object({
    kind: z.literal('pool'),
    times: z
      .array(
        z.object({
          weekdays: z.array(z.int().min(1).max(7)).min(1, 'Bitte mindestens einen Wochentag wählen.').max(7),
          at,
        }),
      )
      .min(1, 'Bitte mindestens eine Uhrzeit angeben.')
      .max(14, 'Höchstens 14 Uhrzeiten.'),
  }),
  z.object({
    kind: z.literal('quota'),
    shares: z
      .array(z.object({ quota: z.enum(QUOTAS), percent, backDays: days, backAt: at }))
      .min(1, 'Bitte mindestens einen Anteil angeben.')
      .max(QUOTAS.length)
      .refine(whole, TOO_MUCH)
      .refine(
        (shares) => new Set(shares.map(({ quota }) => quota)).size === shares.length,
        'Ein Weg steht zweimal da.',
      ),
  }),
]) satisfies z.ZodType<ReleaseRule>
