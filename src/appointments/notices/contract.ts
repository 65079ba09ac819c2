import { z } from 'zod'

/** `GET` and `PUT /api/v1/appointment-notices` */
export const noticeSettings = z.object({
  confirm: z.enum(['none', 'link', 'code'], { error: 'Möglich sind none, link und code.' }),
  reminderDays: z
    .number('Bitte eine Zahl eingeben.')
    .int('Bitte eine ganze Zahl.')
    .min(0, 'Bitte mindestens 0 (keine Erinnerung).')
    .max(14, 'Bitte höchstens 14.'),
})
export type NoticeSettings = z.infer<typeof noticeSettings>
