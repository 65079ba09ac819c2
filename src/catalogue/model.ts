import { z } from 'zod'

/**
 * How a service is settled, as the catalogue says it: `in-person` needs a visit, `phone`, `email` and `online`
 * never do, `mixed` has several ways and which one fits depends on the single matter.
 */
export const channelSchema = z.enum(['in-person', 'mixed', 'phone', 'email', 'online'])

/** Who does the work. `to be set by the city` is an honest gap that an administrator closes. */
export const responsibleSchema = z.enum(['city', 'shared', 'other', 'to be set by the city'])

/** Only these two schemes, because the console shows the source as a link. */
const webAddress = z.url({ protocol: /^https?$/ })
const line = (maximum: number) => z.string().trim().min(1).max(maximum)

/** One service as it stands in a catalogue file; fees in euros, because people write the file. */
export const serviceSchema = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  leikaKey: z
    .string()
    .regex(/^\d{14}$/)
    .nullable(),
  name: line(120),
  plainName: line(120),
  synonyms: z.array(line(80)).max(40),
  channel: channelSchema,
  minutes: z.int().min(1).max(480),
  documents: z.array(line(200)).max(20),
  feeEuro: z.number().min(0).max(100_000).multipleOf(0.01).nullable(),
  department: line(80),
  responsible: responsibleSchema,
  source: z.union([webAddress, z.array(webAddress).min(1)]),
  /** Where each value comes from (`found`, `general`, ...): kept so that a city knows what to check. */
  basis: z.record(z.string(), z.string()),
  note: line(500).optional(),
})

export type Service = z.infer<typeof serviceSchema>
export type Channel = z.infer<typeof channelSchema>
export type Responsible = z.infer<typeof responsibleSchema>

/** What each field must hold, as the end of a German sentence; the form and the file reader say the same. */
export const fieldRules = {
  id: 'muss aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen (höchstens 60 Zeichen)',
  leikaKey: 'muss ein LeiKa-Schlüssel mit 14 Ziffern oder leer (null) sein',
  name: 'muss ausgefüllt sein (höchstens 120 Zeichen)',
  plainName: 'muss ausgefüllt sein (höchstens 120 Zeichen)',
  synonyms: 'muss eine Liste von höchstens 40 Wörtern sein (je höchstens 80 Zeichen)',
  channel: 'muss in-person, mixed, phone, email oder online sein',
  minutes: 'muss eine ganze Zahl von 1 bis 480 sein',
  documents: 'muss eine Liste von höchstens 20 Unterlagen sein (je höchstens 200 Zeichen)',
  feeEuro: 'muss ein Betrag von 0 bis 100.000 Euro mit höchstens zwei Nachkommastellen oder leer (null) sein',
  department: 'muss ausgefüllt sein (höchstens 80 Zeichen)',
  responsible: 'muss city, shared, other oder „to be set by the city“ sein',
  source: 'muss eine Webadresse (https://…) oder eine Liste von Webadressen sein',
  basis: 'muss zu jedem Feld die Herkunft als Text nennen',
  note: 'darf nicht leer sein (höchstens 500 Zeichen) oder muss ganz fehlen',
} satisfies Record<keyof Service, string>
