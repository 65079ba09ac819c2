import { randomInt } from 'node:crypto'
import { cityOf } from '../city/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import { newId } from '../platform/ids.ts'
import { type CaseNumber, makeCaseNumber } from '../shared/caseNumber.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import { emitCase } from './events.ts'
import type { Channel, IntakeOutcome } from './model.ts'
import * as store from './store.ts'

/** With 6.4 million numbers, 30 taken ones in a row mean that a city has run out of them. */
const DRAWS = 30

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
  const number = await insertWithNumber(casePrefix, (drawn) =>
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
      intake_outcome: input.outcome,
      state: 'open',
      opened_at: now,
      opened_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    }),
  )
  const { callId, channel, serviceId, teamId, practice, outcome } = input
  const data = { callId, channel, serviceId, teamId, practice, outcome }
  await emitCase(tx, ctx, 'case.opened', { id, caseId: id, at: now }, data)
  return { id, number }
}

async function insertWithNumber(
  prefix: string,
  insert: (number: CaseNumber) => Promise<boolean>,
): Promise<CaseNumber> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const number = makeCaseNumber(prefix, (n) => randomInt(n))
    if (await insert(number)) return number
  }
  throw new Error(`no free case number with prefix ${prefix}`)
}
