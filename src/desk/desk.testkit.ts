import type { GivenCity } from '../city/city.testkit.ts'
import type { GivenAccount } from '../people/people.testkit.ts'
import type { Platform } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import type { CompleteInput } from './contract.ts'

export interface CallOverrides {
  lineId?: string
  caller?: string | null
  source?: 'asterisk' | 'training'
  state?: 'waiting' | 'connected' | 'ended'
}

/** A call on the service line, in the hands of this agent unless it still waits, as the telephone writes it. */
export async function givenCall(
  platform: Platform,
  city: GivenCity,
  agent: GivenAccount,
  overrides: CallOverrides = {},
): Promise<string> {
  const id = newId()
  const now = platform.clock.now()
  const state = overrides.state ?? 'connected'
  const answered = state !== 'waiting'
  await platform.db
    .insertInto('call')
    .values({
      city_id: city.cityId,
      id,
      source: overrides.source ?? 'asterisk',
      source_key: id,
      line_id: overrides.lineId ?? city.lines.service.id,
      caller: overrides.caller === undefined ? '+491713920012' : overrides.caller,
      state,
      offered_at: now,
      answered_at: answered ? now : null,
      agent_id: answered ? agent.account.id : null,
      ended_at: state === 'ended' ? now : null,
      end_reason: state === 'ended' ? 'caller-hung-up' : null,
    })
    .execute()
  return id
}

/** A record that is complete for a callback today between 14 and 15 o'clock in Berlin. */
export const FULL: CompleteInput = {
  outcome: 'callback',
  serviceId: null,
  serviceQuery: '',
  reason: 'Braucht ein Führungszeugnis für das Ehrenamt.',
  contactName: 'Jana Beispiel',
  contactPhone: '0171 39200 12',
  contactEmail: '',
  language: 'de',
  phoneReadBack: true,
  windowStart: '2026-11-23T13:00:00.000Z',
  windowEnd: null,
  belongsTo: null,
  appointment: null,
  report: null,
}
