import type { GivenCity } from '../city/city.testkit.ts'
import { type Context, inTransaction } from '../platform/context.ts'
import type { CaseNumber } from '../shared/caseNumber.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import { type NewCase, openCase } from './openCase.ts'

/** From the numbers that the Bundesnetzagentur keeps free for films and examples. */
export const CASE_PHONE = '+491713920012' as PhoneNumber

/** An open case of the office team that came by telephone. */
export function givenCase(
  ctx: Context,
  city: GivenCity,
  overrides: Partial<NewCase> = {},
): Promise<{ id: string; number: CaseNumber }> {
  return inTransaction(ctx, (tx) =>
    openCase(tx, ctx, {
      channel: 'phone',
      practice: false,
      callId: null,
      lineId: city.lines.service.id,
      teamId: city.teams.office,
      serviceId: null,
      reason: 'Braucht ein Führungszeugnis für das Ehrenamt.',
      contactName: 'Jana Beispiel',
      contactPhone: CASE_PHONE,
      contactEmail: 'jana@example.org',
      outcome: 'callback',
      ...overrides,
    }),
  )
}
