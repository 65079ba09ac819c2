import { z } from 'zod'

/** `GET /api/v1/teams/:id/offer`: why the next window that is offered is the next. */
export const offerReasons = z.object({
  /** The next window of all: "heute 14–15 Uhr"; null when there is none. */
  offer: z.string().nullable(),
  /** What counts for the team, whatever the day. */
  basis: z.array(z.string()),
  /** One sentence for each window and each closed day before it. */
  reasons: z.array(z.string()),
})
export type OfferReasons = z.infer<typeof offerReasons>
