import { z } from 'zod'

/** Nobody guesses it: whoever knows it is answered with what the first request was answered. */
export const idempotencyKey = z
  .string()
  .min(16, 'Der Idempotency-Key muss mindestens 16 Zeichen haben.')
  .max(200, 'Der Idempotency-Key darf höchstens 200 Zeichen haben.')
  .nullable()
