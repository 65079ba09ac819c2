import { z } from 'zod'

/** `GET /api/v1/telephone`: one German sentence while the telephone does not work as it should. */
export const telephoneAlarm = z.object({ alarm: z.string().nullable() })
export type TelephoneAlarm = z.infer<typeof telephoneAlarm>
