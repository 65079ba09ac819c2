import { z } from 'zod'

const name = z
  .string({ error: 'Bitte einen Namen eingeben.' })
  .trim()
  .min(1, 'Bitte einen Namen eingeben.')
  .max(80, 'Der Name ist zu lang (höchstens 80 Zeichen).')
const kind = z.enum(['generic', 'sipgate'], { error: 'Bitte die Art der Telefonanlage wählen.' })
/** PEM; an empty field means none. */
const publicKey = z
  .string()
  .trim()
  .max(8000, 'Der Schlüssel ist zu lang.')
  .nullable()
  .transform((text) => text || null)
const signatureRequired = z.boolean({ error: 'Bitte angeben, ob eine Signatur verlangt wird.' })

/** `POST /api/v1/cti-sources` */
export const createCtiSourceInput = z.object({
  name,
  kind,
  publicKey: publicKey.default(null),
  signatureRequired: signatureRequired.default(false),
})
export type CreateCtiSource = z.output<typeof createCtiSourceInput>

/** `PUT /api/v1/cti-sources/:id` */
export const changeCtiSourceInput = z.object({
  name,
  kind,
  publicKey,
  signatureRequired,
  active: z.boolean({ error: 'Bitte angeben, ob die Telefonanlage aktiv ist.' }),
})
export type ChangeCtiSource = z.output<typeof changeCtiSourceInput>

/** A telephone system that reports its calls to us. */
export const ctiSourceView = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['generic', 'sipgate']),
  publicKey: z.string().nullable(),
  signatureRequired: z.boolean(),
  active: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type CtiSourceView = z.infer<typeof ctiSourceView>

/** `GET /api/v1/cti-sources` and `PUT …/:id` */
export const ctiSourcesView = z.object({ sources: z.array(ctiSourceView) })

/** `POST /api/v1/cti-sources` and `POST …/:id/token`: the only time the token is shown. */
export const ctiTokenView = z.object({
  source: ctiSourceView,
  token: z.string(),
  /** The address to enter in the telephone system. */
  url: z.string(),
})
export type CtiTokenView = z.infer<typeof ctiTokenView>
