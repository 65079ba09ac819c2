import { z } from 'zod'

/** The largest file, in bytes. */
export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_PER_CASE = 20
export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** What people call such a file. */
export const MEDIA_WORDS = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG-Bild',
  'image/png': 'PNG-Bild',
} as const satisfies Record<MediaType, string>

export const TOO_LARGE = 'Diese Datei ist zu groß (höchstens 10 MB).'

/** A file of a case without its content. */
export const attachmentView = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.enum(MEDIA_TYPES),
  /** In bytes. */
  size: z.number().int().positive(),
  addedAt: z.iso.datetime(),
  /** Name of the account; null when none added it. */
  by: z.string().nullable(),
  mayRemove: z.boolean(),
})
export type AttachmentView = z.infer<typeof attachmentView>

/** `POST /api/v1/cases/:id/attachments?name=…`: the body is the file as it is. */
export const attachmentQuery = z.object({ name: z.string().default('') })
/** `joined`: the case had this content already, under this name; nothing was added. */
export const attachmentAdded = z.object({ id: z.uuid(), name: z.string(), joined: z.boolean() })
export type AttachmentAdded = z.infer<typeof attachmentAdded>
