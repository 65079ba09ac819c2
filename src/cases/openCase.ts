import { cityOf } from '../city/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import { newId } from '../platform/ids.ts'
import type { CaseNumber } from '../shared/caseNumber.ts'
import type { Speech } from '../shared/speech.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import { answerBy } from './answerBy.ts'
import { drawNumber } from './drawNumber.ts'
import { emitCase } from './events.ts'
import type { Channel, IntakeOutcome } from './model.ts'
import * as store from './store.ts'

export interface NewCase {
  channel: Channel
  practice: boolean
  callId: string | null
  lineId: string | null
  /** The team that works it. */
  teamId: string
  serviceId: string | null
  reason: string
  contactName: string | null
  contactPhone: PhoneNumber | null
  contactEmail?: string | null
  /** In which words the person is told; German where nobody chose. */
  contactLang?: PageLanguage
  /** What the person speaks with us; without it, the language of the words they are told in. */
  language?: Speech
  outcome: IntakeOutcome
}

/** Opens a case in the caller's transaction: whoever opens one also promises or closes, and both or none exist. */
export async function openCase(
  tx: Tx,
  ctx: Context,
  input: NewCase,
): Promise<{ id: string; number: CaseNumber }> {
  const { casePrefix } = await cityOf(tx, ctx.cityId)
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  const until = await answerBy(tx, ctx.cityId, input, now)
  const number = await drawNumber(casePrefix, (drawn) =>
    store.insertCase(tx, {
      city_id: ctx.cityId,
      id,
      number: drawn,
      channel: input.channel,
      practice: input.practice,
      call_id: input.callId,
      line_id: input.lineId,
      team_id: input.teamId,
      service_id: input.serviceId,
      reason: input.reason,
      contact_name: input.contactName,
      contact_phone: input.contactPhone,
      contact_email: input.contactEmail ?? null,
      contact_lang: input.contactLang ?? 'de',
      language: input.language ?? (input.contactLang === 'en' ? 'en' : 'de'),
      intake_outcome: input.outcome,
      state: 'open',
      opened_at: now,
      answer_by: until,
      opened_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    }),
  )
  const { callId, channel, serviceId, teamId, practice, outcome } = input
  const data = {
    callId,
    channel,
    serviceId,
    teamId,
    practice,
    outcome,
    answerBy: until?.toISOString() ?? null,
  }
  await emitCase(tx, ctx, 'case.opened', { id, caseId: id, at: now }, data)
  return { id, number }
}
