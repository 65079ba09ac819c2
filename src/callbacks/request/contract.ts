import { z } from 'zod'
import { emailAddress } from '../../shared/emailAddress.ts'

const instant = z.iso.datetime()
const start = z.iso.datetime({ offset: true, error: 'Bitte einen Zeitpunkt nach ISO 8601 angeben.' })

/** A window in which the city calls. */
export const callbackWindow = z.object({ start: instant, end: instant })

/** `GET /api/v1/callback-windows` */
export const windowsInput = z.object({
  service: z.string().max(60).optional().meta({
    description: 'Die Leistung, um die es geht (`id` aus `/api/v1/services`); ohne Angabe etwas anderes.',
  }),
})
export const windowsView = z.object({
  windows: z.array(callbackWindow),
  callsFrom: z.string().meta({ description: 'Die Nummer, die anruft, nach E.164.' }),
})
export type WindowsView = z.infer<typeof windowsView>

const blankIsNone = (text: string | undefined): string | undefined => text?.trim() || undefined

/** `POST /api/v1/callback-requests`; the header `Idempotency-Key` makes a second try answer like the first. */
export const callbackRequestInput = z.object({
  service: z.string().max(60).nullable().default(null).meta({ description: '`null`: etwas anderes.' }),
  reason: z
    .string('Bitte kurz schreiben, worum es geht.')
    .trim()
    .min(5, 'Bitte etwas genauer schreiben, worum es geht.')
    .max(500, 'Das ist zu lang (höchstens 500 Zeichen).')
    .meta({ description: 'Ein oder zwei Sätze, nichts über die Gesundheit.' }),
  contact: z.object(
    {
      phone: z
        .string('Bitte eine Telefonnummer angeben.')
        .max(40, 'Die Nummer ist zu lang.')
        .meta({ description: 'Wie man sie wählt oder nach E.164.' }),
      name: z.string().max(120, 'Der Name ist zu lang.').transform(blankIsNone).optional(),
      email: z.preprocess(
        (text) => (typeof text === 'string' ? blankIsNone(text) : text),
        emailAddress.optional(),
      ),
    },
    'Bitte eine Telefonnummer angeben.',
  ),
  window: z
    .object({ start, end: start }, 'Bitte ein Zeitfenster wählen.')
    .meta({ description: 'Eines aus `/api/v1/callback-windows`.' }),
  lang: z
    .enum(['de', 'en', 'einfach'], 'Die Sprache muss de, en oder einfach sein.')
    .default('de')
    .meta({ description: 'Sprache der Nachrichten.' }),
})

/** The same for a new callback and for one that was there. */
export const requestedView = z.object({
  number: z.string(),
  window: callbackWindow,
  callsFrom: z.string(),
})
export type RequestedView = z.infer<typeof requestedView>
