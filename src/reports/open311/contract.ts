import { z } from 'zod'

/** `POST /api/v1/open311-keys` */
export const keyInput = z.object({
  name: z
    .string('Bitte einen Namen eingeben.')
    .trim()
    .min(1, 'Bitte einen Namen eingeben.')
    .max(80, 'Der Name ist zu lang (höchstens 80 Zeichen).'),
})

/** `PUT /api/v1/open311-keys/:id` */
export const keyChange = z.object({ active: z.boolean() })

const keyView = z.object({
  id: z.uuid(),
  name: z.string(),
  active: z.boolean(),
  createdAt: z.iso.datetime(),
})
/** `GET /api/v1/open311-keys` */
export const keysView = z.object({ keys: z.array(keyView) })
export type KeysView = z.infer<typeof keysView>
/** The only time the key is shown. */
export const madeKey = keysView.extend({ key: z.string() })
export type MadeKey = z.infer<typeof madeKey>
