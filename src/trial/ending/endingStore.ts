import type { Reader, Tx } from '../../platform/db/connect.ts'
import { type EndingInput, type EndingProtocol, endingProtocol } from './contract.ts'

export interface Ending extends EndingInput {
  trialId: string
  done: { at: Date; protocol: EndingProtocol } | null
}

export async function insertEnding(
  tx: Tx,
  cityId: string,
  { trialId, providerId, teamId, onDay }: EndingInput & { trialId: string },
  { at, accountId }: { at: Date; accountId: string },
): Promise<void> {
  const what = { trial_id: trialId, provider_id: providerId, team_id: teamId, on_day: onDay }
  await tx
    .insertInto('provider_ending')
    .values({ city_id: cityId, ...what, planned_at: at, account_id: accountId })
    .execute()
}

const endings = (reader: Reader, cityId: string, trialId: string) =>
  reader
    .selectFrom('provider_ending')
    .select([
      'trial_id as trialId',
      'provider_id as providerId',
      'team_id as teamId',
      'on_day as onDay',
      'done_at as doneAt',
      'protocol',
    ])
    .where('city_id', '=', cityId)
    .where('trial_id', '=', trialId)

const read = ({
  doneAt,
  protocol,
  ...row
}: EndingInput & { trialId: string; doneAt: Date | null; protocol: unknown }): Ending => ({
  ...row,
  done: doneAt ? { at: doneAt, protocol: endingProtocol.parse(protocol) } : null,
})

export async function endingOf(reader: Reader, cityId: string, trialId: string): Promise<Ending | null> {
  const row = await endings(reader, cityId, trialId).executeTakeFirst()
  return row ? read(row) : null
}

/** For carrying it out: others wait. */
export async function lockEnding(tx: Tx, cityId: string, trialId: string): Promise<Ending | null> {
  const row = await endings(tx, cityId, trialId).forUpdate().executeTakeFirst()
  return row ? read(row) : null
}

export async function deleteEnding(tx: Tx, cityId: string, trialId: string): Promise<void> {
  await tx
    .deleteFrom('provider_ending')
    .where('city_id', '=', cityId)
    .where('trial_id', '=', trialId)
    .execute()
}

export async function setDone(
  tx: Tx,
  cityId: string,
  trialId: string,
  { at, protocol }: { at: Date; protocol: EndingProtocol },
): Promise<void> {
  await tx
    .updateTable('provider_ending')
    .set({ done_at: at, protocol: JSON.stringify(protocol) })
    .where('city_id', '=', cityId)
    .where('trial_id', '=', trialId)
    .execute()
}

/** What the accounts of a provider answered and took down, ever. */
export async function workOf(
  reader: Reader,
  cityId: string,
  providerId: string,
): Promise<Pick<EndingProtocol, 'calls' | 'cases'>> {
  const calls = await reader
    .selectFrom('call')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city_id', '=', cityId)
    .where('source', '<>', 'training')
    .where('agent_id', 'in', accountsOf(reader, cityId, providerId))
    .executeTakeFirstOrThrow()
  const cases = await reader
    .selectFrom('case')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city_id', '=', cityId)
    .where('practice', '=', false)
    .where('opened_by', 'in', accountsOf(reader, cityId, providerId))
    .executeTakeFirstOrThrow()
  return { calls: calls.count, cases: cases.count }
}

/** Deletes what they had begun to take down and never finished. @returns how many */
export async function deleteDrafts(tx: Tx, cityId: string, providerId: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('intake')
    .where('city_id', '=', cityId)
    .where('completed_at', 'is', null)
    .where('account_id', 'in', accountsOf(tx, cityId, providerId))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

const accountsOf = (reader: Reader, cityId: string, providerId: string) =>
  reader
    .selectFrom('account')
    .select('id')
    .where('city_id', '=', cityId)
    .where('provider_id', '=', providerId)
