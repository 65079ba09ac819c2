import { z } from 'zod'

/** Why a mail waits, as stored. */
export const WAITS = [
  'from-none',
  'from-several',
  'from-unreadable',
  'stranger',
  'forged',
  'several-numbers',
  'no-category',
  'empty',
  'unreadable',
  'too-large',
  'failed',
] as const

const mail = z.object({
  id: z.uuid(),
  receivedAt: z.iso.datetime(),
  sender: z.string().nullable(),
  /** What they call themselves: nobody has checked it. */
  senderName: z.string().nullable(),
  subject: z.string().nullable(),
  words: z.string().nullable(),
  became: z.enum(['report', 'reply', 'note', 'automatic', 'bounce', 'ours', 'again', 'discarded']).nullable(),
  waitsBecause: z.enum(WAITS).nullable(),
  /** The case it belongs to, or may belong to. */
  case: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  size: z.number(),
  hasRaw: z.boolean(),
  files: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      mediaType: z.string(),
      size: z.number(),
      blocked: z.boolean(),
    }),
  ),
})
export type MailView = z.infer<typeof mail>

/** `GET /api/v1/mails`, `GET /api/v1/reports/:id/mails` */
export const mailsInput = z.object({ which: z.enum(['waiting', 'aside']).default('waiting') })
export const mailsView = z.object({
  mails: z.array(mail),
  /** Whether a mailbox is read at all. */
  intake: z.string().nullable(),
})
export type MailsView = z.infer<typeof mailsView>

/** `POST /api/v1/mails/:id/decision` */
export const decisionInput = z.discriminatedUnion('as', [
  z.object({ as: z.literal('report'), category: z.string().min(1, 'Bitte eine Kategorie wählen.') }),
  z.object({ as: z.literal('case'), number: z.string().trim().min(1, 'Bitte eine Nummer eingeben.') }),
  z.object({ as: z.literal('discarded') }),
])
export type DecisionInput = z.infer<typeof decisionInput>

/** `PUT /api/v1/mail-intake`: in which category reports begin that come by mail. */
export const intakeInput = z.object({ category: z.string().min(1, 'Bitte eine Kategorie wählen.') })
