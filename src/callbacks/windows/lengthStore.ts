import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { CallbackLength } from '../../platform/db/tables.generated.ts'
import type { Length } from './lengthRule.ts'

/** What was measured of the team as a whole, and of one of its services. */
export interface Measured {
  team: Length | null
  service: Length | null
}

export async function measuredOf(
  reader: Reader,
  cityId: string,
  teamId: string,
  serviceId: string | null,
): Promise<Measured> {
  return pick(await lengths(reader, cityId, teamId, serviceId).execute())
}

/** The same, locked until the transaction ends; rows that are not there yet are made by `saveLength`. */
export async function lockMeasured(
  tx: Tx,
  cityId: string,
  teamId: string,
  serviceId: string | null,
): Promise<Measured> {
  return pick(await lengths(tx, cityId, teamId, serviceId).forUpdate().execute())
}

function lengths(reader: Reader, cityId: string, teamId: string, serviceId: string | null) {
  return reader
    .selectFrom('callback_length')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .where((eb) => eb.or([eb('service_id', 'is', null), eb('service_id', '=', serviceId ?? '')]))
    .orderBy('service_id')
}

export async function saveLength(
  tx: Tx,
  key: { cityId: string; teamId: string; serviceId: string | null },
  { weight, meanMs, variance }: Length,
  now: Date,
): Promise<void> {
  const value = { weight, mean_ms: meanMs, variance, updated_at: now }
  await tx
    .insertInto('callback_length')
    .values({ city_id: key.cityId, team_id: key.teamId, service_id: key.serviceId, ...value })
    .onConflict((conflict) => conflict.constraint('callback_length_one').doUpdateSet(value))
    .execute()
}

function pick(rows: readonly Selectable<CallbackLength>[]): Measured {
  const of = (row: Selectable<CallbackLength> | undefined): Length | null =>
    row ? { weight: row.weight, meanMs: row.mean_ms, variance: row.variance } : null
  return {
    team: of(rows.find((row) => row.service_id === null)),
    service: of(rows.find((row) => row.service_id !== null)),
  }
}
