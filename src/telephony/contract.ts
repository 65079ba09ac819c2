import { z } from 'zod'

/** `GET /api/v1/telephone`: while the telephone does not work as it should, in German: a sentence on what happened, then what to do. */
export const telephoneAlarm = z.object({ alarm: z.string().nullable() })
export type TelephoneAlarm = z.infer<typeof telephoneAlarm>
