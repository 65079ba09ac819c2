import { z } from 'zod'

/** Of the person who reads it. */
const lang = z.enum(['de', 'en', 'einfach'], 'Bitte eine Sprache wählen.')

/** `POST /api/v1/text-modules`, `PUT …/:id`; both answer `textModulesView`. */
export const textModuleInput = z.object({
  name: z
    .string('Bitte einen Namen eingeben.')
    .trim()
    .min(1, 'Bitte einen Namen eingeben.')
    .max(80, 'Der Name ist zu lang (höchstens 80 Zeichen).'),
  /** `{Nummer}`, `{Rufnummer}` and `{Servicezeiten}` are filled in when it is inserted. */
  text: z
    .string('Bitte den Text eingeben.')
    .trim()
    .min(1, 'Bitte den Text eingeben.')
    .max(1000, 'Der Text ist zu lang (höchstens 1000 Zeichen).'),
  lang: lang.default('de'),
  /** Null: for all teams. */
  teamId: z.uuid('Bitte ein Team dieser Stadt wählen.').nullable(),
  /** Null: for all services. */
  serviceId: z.string().max(61).nullable(),
  active: z.boolean(),
})
export type TextModuleInput = z.infer<typeof textModuleInput>

/** `GET /api/v1/text-modules`, by name. */
export const textModulesView = z.object({
  modules: z.array(textModuleInput.extend({ id: z.uuid(), version: z.number().int() })),
})
export type TextModulesView = z.infer<typeof textModulesView>

/** `GET /api/v1/cases/:id/text-modules`: those for its team and service, filled in; first those in the language of the person. */
export const insertableTexts = z.object({
  texts: z.array(z.object({ id: z.uuid(), name: z.string(), lang, text: z.string() })),
  /** In which language the person wrote. */
  lang,
})
export type InsertableTexts = z.infer<typeof insertableTexts>
