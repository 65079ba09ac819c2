import { z } from 'zod'
import { channelSchema, responsibleSchema, serviceSchema } from './model.ts'

export const language = z.enum(['de', 'en', 'einfach'], {
  error: 'Die Sprache muss de, en oder einfach sein.',
})
/** How a matter is settled, seen from whoever has it. */
export const waySchema = z.enum(['come', 'call', 'email', 'online', 'report', 'elsewhere'])
export type Way = z.infer<typeof waySchema>

const visit = z.enum(['required', 'depends', 'not-required'])

/** `GET /api/v1/services`: without `q` all of them; an empty `q` finds nothing. */
export const searchInput = z.object({
  q: z
    .string()
    .max(200, 'Die Suche ist zu lang (höchstens 200 Zeichen).')
    .optional()
    .meta({ description: 'Worte wie beim Tippen, die besten 20 zuerst; ohne Angabe alle Leistungen.' }),
  lang: language.default('de').meta({ description: 'Sprache von `visitLine`.' }),
})
export const languageInput = z.object({ lang: language.default('de') })

export const serviceSummary = z.object({
  id: z.string(),
  name: z.string(),
  plainName: z.string(),
  visit,
  /** The answer in one sentence. */
  visitLine: z.string(),
  channel: channelSchema,
  minutes: z.int().nullable(),
  feeCents: z.int().nullable(),
  documents: z.array(z.string()).readonly(),
  department: z.string(),
  responsible: responsibleSchema,
})

/** A row of `GET /api/v1/services`. */
export const serviceListed = serviceSummary.extend({
  appointment: z.object({ setupMinutes: z.int(), minutes: z.int() }).nullable().meta({
    description:
      'Wie lange ein Termin dauert: `setupMinutes` einmal (der größte Wert der gewählten Leistungen), `minutes` je Person. `null`: Dafür gibt es keine Termine.',
  }),
})
export type ServiceListed = z.infer<typeof serviceListed>

/** `GET /api/v1/services/:id` */
export const servicePage = serviceSummary.extend({
  responsibleLine: z.string(),
  bring: z.object({ heading: z.string(), items: z.array(z.string()).readonly() }),
  durationLine: z.string().nullable(),
  feeLine: z.string().nullable(),
})
export type ServicePage = z.infer<typeof servicePage>

/** `GET /api/v1/services/:id/guidance`: for everybody on the telephone. */
export const serviceGuidance = servicePage.extend({
  /** What to say aloud. */
  say: z.string(),
  /** The catalogue's note for the staff. */
  note: z.string().nullable(),
})
export type ServiceGuidance = z.infer<typeof serviceGuidance>

/** A row of `GET /api/v1/catalogue`: the service as it stands, also when it is not offered. */
export const catalogueEntry = serviceSchema.extend({ active: z.boolean(), updatedAt: z.iso.datetime() })
export type CatalogueEntryView = z.infer<typeof catalogueEntry>

/**
 * `POST /api/v1/catalogue`, `PUT /api/v1/catalogue/:id`: the fields of a service and `active`. The fields are checked
 * by the catalogue's own rules. A new service without an `id` gets one from its name.
 */
export const catalogueInput = z.looseObject({
  active: z.boolean({ error: 'Bitte angeben, ob die Leistung angeboten wird.' }).default(true),
})
