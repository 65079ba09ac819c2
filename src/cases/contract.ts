import { z } from 'zod'
import { speech } from '../shared/speech.ts'
import { attachmentView } from './attachments/contract.ts'

const instant = z.iso.datetime()

export const timelineEntry = z.object({
  at: instant,
  kind: z.string(),
  /** One German sentence. */
  text: z.string(),
  /** Who did it, by name or role; null for the system. */
  by: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

/** `GET /api/v1/cases/:id`; looking is written to the audit trail. */
export const caseView = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(['open', 'settled', 'not-reached', 'withdrawn']),
  practice: z.boolean(),
  channel: z.enum(['phone', 'web', 'email', 'counter']),
  openedAt: instant,
  closedAt: instant.nullable(),
  team: z.object({ id: z.uuid(), name: z.string() }),
  line: z.string().nullable(),
  service: z
    .object({ id: z.string(), name: z.string(), visitLine: z.string(), documents: z.array(z.string()) })
    .nullable(),
  /** `text`: 'am Donnerstag, 26. November, um 10:15 Uhr'; null when none was booked. */
  appointment: z.object({ state: z.enum(['booked', 'cancelled']), text: z.string() }).nullable(),
  /** A call is promised or to be tried again. */
  callOwed: z.boolean(),
  reason: z.string(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  contactPhoneNational: z.string().nullable(),
  contactEmail: z.string().nullable(),
  language: speech,
  attachments: z.array(attachmentView),
  timeline: z.array(timelineEntry),
})
export type CaseView = z.infer<typeof caseView>

/** `GET /api/v1/cases?number=LU-…` → `{ id }` or 404. */
export const findCaseInput = z.object({
  number: z.string().trim().min(1, 'Bitte die Nummer eingeben.').max(40, 'Die Nummer ist zu lang.'),
})
/** `POST /api/v1/cases/:id/notes` */
export const noteInput = z.object({
  text: z
    .string()
    .trim()
    .min(1, 'Bitte etwas schreiben.')
    .max(2000, 'Die Notiz ist zu lang (höchstens 2000 Zeichen).'),
})
