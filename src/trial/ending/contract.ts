import { z } from 'zod'

export const endingInput = z.object({
  providerId: z.uuid('Bitte einen Dienstleister wählen.'),
  /** Who answers afterwards. */
  teamId: z.uuid('Bitte ein Team wählen.'),
  onDay: z.iso.date('Bitte einen Tag angeben.'),
})
export type EndingInput = z.infer<typeof endingInput>

/** What was done when a provider ended, in counts: for the annex of the contract. */
export const endingProtocol = z.object({
  provider: z.string(),
  /** Of the contract on processing (Article 28 GDPR); null where it was not entered. */
  contractOn: z.iso.date().nullable(),
  lines: z.array(z.string()),
  team: z.string(),
  accounts: z.int(),
  sessions: z.int(),
  /** Unfinished notes of calls, deleted. */
  drafts: z.int(),
  /** What they answered and took down; it stays with the city. */
  calls: z.int(),
  cases: z.int(),
})
export type EndingProtocol = z.infer<typeof endingProtocol>

/** `GET /api/v1/trials/:id/ending`: null where nothing is planned. */
export const endingView = z.object({
  providers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Of the city itself. */
  teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
  planned: endingInput.nullable(),
  done: z.object({ at: z.iso.datetime(), protocol: endingProtocol }).nullable(),
})
export type EndingView = z.infer<typeof endingView>
