import { z } from 'zod'

const instant = z.iso.datetime()
const named = z.object({ id: z.uuid(), name: z.string() })

/** What may be done about a promise at risk. */
export const help = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('give'), ownerId: z.uuid('Bitte eine Person wählen.') }),
    z.object({ kind: z.literal('pass-on'), teamId: z.uuid('Bitte ein Team wählen.') }),
    z.object({ kind: z.literal('ask-later') }),
  ],
  { error: 'Bitte wählen, was helfen soll.' },
)
export type Help = z.infer<typeof help>

export const riskItem = z.object({
  callbackId: z.uuid(),
  caseNumber: z.string(),
  teamId: z.uuid(),
  dueUntil: instant,
  /** "heute 14–15 Uhr" */
  dueText: z.string(),
  owner: z.string().nullable(),
  why: z.enum(['nobody', 'too-much', 'four-fifths', 'half']),
  whyText: z.string(),
  /** What was done so far: asked for a later window, told that it will be late. */
  doneText: z.string().nullable(),
})
export type RiskItem = z.infer<typeof riskItem>

/** `GET /api/v1/at-risk`: open promises that may break, why, and what helps; practice is nowhere in it. */
export const atRiskView = z.object({
  /** All of them; the list shows the most urgent hundred. */
  count: z.number().int(),
  items: z.array(
    riskItem.extend({
      /** What helps, best first; each can be done as it stands. */
      helps: z.array(z.object({ help, text: z.string() })),
    }),
  ),
  teams: z.array(
    named.extend({
      /** "Heute reicht es nicht: 14 Zusagen, Zeit für 9." */
      loadText: z.string().nullable(),
      /** Promises in hours in which nobody is on duty; `ids` of those that were not asked yet, at most 200. */
      nobody: z.object({ text: z.string(), ids: z.array(z.uuid()) }).nullable(),
      /** Who may own its callbacks. */
      colleagues: z.array(named),
      /** Teams that take over. */
      takers: z.array(named),
    }),
  ),
})
export type AtRiskView = z.infer<typeof atRiskView>

/** `POST /api/v1/at-risk/help` (leads): up to 200 at once; what is refused does not stop the others. */
export const helpInput = z.object({
  acts: z
    .array(z.object({ id: z.uuid(), help }))
    .min(1, 'Bitte mindestens eine Zusage wählen.')
    .max(200, 'Bitte höchstens 200 Zusagen auf einmal.'),
})
export type HelpInput = z.infer<typeof helpInput>

export const helpResult = z.object({
  /** How many were done. */
  done: z.number().int(),
  /** What was done, in one or two sentences. */
  sentence: z.string(),
  /** Why some were not, by case number. */
  refused: z.array(z.object({ caseNumber: z.string(), message: z.string() })),
})
export type HelpResult = z.infer<typeof helpResult>
