import type { GivenCity } from '../../city/city.testkit.ts'
import type { Platform } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { CallSource, EndReason } from '../../telephony/events.ts'
import { TEST_PHONE } from '../callbacks.testkit.ts'

export interface LostOverrides {
  caller?: string | null
  source?: CallSource
  endReason?: EndReason
  answered?: boolean
  lineId?: string
  offeredAt?: Date
}

/** A call that has just ended after 40 s of waiting, as the telephone writes it. */
export async function givenEndedCall(
  { db, clock }: Platform,
  city: GivenCity,
  overrides: LostOverrides = {},
): Promise<string> {
  const id = newId()
  const offered = overrides.offeredAt ?? clock.now()
  const answered = overrides.answered ?? false
  const row = {
    city_id: city.cityId,
    id,
    source: overrides.source ?? 'asterisk',
    source_key: id,
    line_id: overrides.lineId ?? city.lines.service.id,
    caller: overrides.caller === undefined ? TEST_PHONE : overrides.caller,
    state: 'ended',
    offered_at: offered,
    answered_at: answered ? new Date(offered.getTime() + 9_000) : null,
    ended_at: new Date(offered.getTime() + 40_000),
    end_reason: overrides.endReason ?? (answered ? 'caller-hung-up' : 'abandoned'),
    wait_ms: answered ? 9_000 : 40_000,
  } as const
  await db.insertInto('call').values(row).execute()
  return id
}
