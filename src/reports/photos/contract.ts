import { z } from 'zod'

/** A photo of a report as staff see it; its pictures are `GET /api/v1/reports/:id/photos/:photoId/(large|small)`. */
export const photoView = z.object({
  id: z.uuid(),
  /** Of the large one, in pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** Changes with the picture. */
  version: z.string(),
  addedAt: z.iso.datetime(),
  /** Name of the account; null when whoever reported sent it. */
  by: z.string().nullable(),
  /** Shown to everybody, as long as its report is. */
  released: z.boolean(),
})
export type PhotoView = z.infer<typeof photoView>

export const photoSize = z.enum(['large', 'small'])
export type PhotoSize = z.infer<typeof photoSize>

/** `POST /api/v1/reports/:id/photos/:photoId/release` */
export const photoReleaseInput = z.object({ released: z.boolean() })

const share = z.number().min(0).max(1)
/** Shares of the picture's width and height. */
export const box = z.object({ left: share, top: share, width: share, height: share })
export type Box = z.infer<typeof box>

/** `POST /api/v1/reports/:id/photos/:photoId/blacken` */
export const blackenInput = z.object({
  boxes: z
    .array(box)
    .min(1, 'Bitte zeichnen Sie mindestens ein Rechteck.')
    .max(50, 'Das sind zu viele Rechtecke auf einmal (höchstens 50).'),
})

/** `POST /api/v1/reports/:id/photos/:photoId/delete` */
export const photoDeleteInput = z.object({
  reason: z
    .string('Bitte sagen Sie, warum.')
    .trim()
    .min(1, 'Bitte sagen Sie, warum.')
    .max(500, 'Die Begründung ist zu lang (höchstens 500 Zeichen).'),
})
