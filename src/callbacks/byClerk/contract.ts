import { z } from 'zod'
import { speech } from '../../shared/speech.ts'

const instant = z.iso.datetime()
const phone = z.string().trim().max(40, 'Die Nummer ist zu lang.').default('')

/** `GET /api/v1/callbacks/new`: without a team, of the first of the own ones. */
export const newCallbackQuery = z.object({
  teamId: z.uuid().optional(),
  serviceId: z.string().max(61).optional(),
})
export type NewCallbackQuery = z.infer<typeof newCallbackQuery>

/** What a clerk can promise to somebody at the counter, or who wrote. */
export const newCallbackView = z.object({
  /** Teams for which this person may promise. */
  teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Of the team that was asked for. */
  windows: z.array(z.object({ start: instant, end: instant, label: z.string(), free: z.int() })),
  /** Beginnings of numbers that may be called back beyond ordinary German ones. */
  dialPermissions: z.array(z.string()),
})
export type NewCallbackView = z.infer<typeof newCallbackView>

/**
 * `POST /api/v1/callbacks` answers `newCallbackMade`. With `caseId` the promise is made on that open case: its team, service
 * and person hold, the number replaces the case's when it is another one, and a reason becomes a note.
 */
export const newCallbackInput = z.object({
  caseId: z.uuid().nullable().default(null),
  /** May be left out by who is in one team only. */
  teamId: z.uuid().nullable().default(null),
  /** Where it was asked for: at the counter, or by letter or mail. */
  channel: z.enum(['counter', 'email'], 'Bitte wählen, wie sich die Person gemeldet hat.').default('counter'),
  serviceId: z.string().max(61).nullable().default(null),
  reason: z.string().trim().max(2000, 'Die Notiz ist zu lang (höchstens 2000 Zeichen).').default(''),
  contactName: z.string().trim().max(120, 'Der Name ist zu lang (höchstens 120 Zeichen).').default(''),
  contactPhone: phone,
  contactEmail: z.string().trim().max(254, 'Die E-Mail-Adresse ist zu lang.').default(''),
  /** Read back to the person, or compared with the letter. */
  phoneReadBack: z.boolean().default(false),
  language: speech.default('de'),
  /** A window of `GET …/new`, both ends. */
  windowStart: instant.nullable().default(null),
  windowEnd: instant.nullable().default(null),
})
export type NewCallbackInput = z.infer<typeof newCallbackInput>

export const newCallbackMade = z.object({
  caseNumber: z.string(),
  /** "L wie Leipzig, …" */
  spelled: z.string(),
  /** "heute zwischen 14 und 15 Uhr"; null where it joined a call that is overdue. */
  promise: z.string().nullable(),
  /** A call to this number about the same was promised before: no second one is made. */
  joined: z.boolean(),
  /** How the citizen is told, or why not, as a sentence; null where nobody has to be. */
  toldText: z.string().nullable(),
})
export type NewCallbackMade = z.infer<typeof newCallbackMade>

/** `POST /api/v1/callbacks/:id/number` answers `correctedNumber`. */
export const correctNumberInput = z.object({ contactPhone: phone, phoneReadBack: z.boolean().default(false) })
export type CorrectNumberInput = z.infer<typeof correctNumberInput>
export const correctedNumber = z.object({ toldText: z.string().nullable() })
export type CorrectedNumber = z.infer<typeof correctedNumber>
