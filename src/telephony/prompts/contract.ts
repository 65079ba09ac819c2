import { z } from 'zod'

export const promptView = z.object({
  name: z.string(),
  lang: z.enum(['de', 'en']),
  /** What is to be spoken. */
  text: z.string(),
  /** Words are put together to times and numbers. */
  kind: z.enum(['sentence', 'word']),
  /** The city's own recording; null: the built-in one is played. */
  own: z.object({ durationMs: z.number().int(), uploadedAt: z.iso.datetime() }).nullable(),
})
export type PromptView = z.infer<typeof promptView>

/** `GET /api/v1/prompts`. One is heard at `…/:lang/:name/sound`, replaced by PUT of a WAV there, reset by DELETE. */
export const promptsView = z.object({ prompts: z.array(promptView) })
