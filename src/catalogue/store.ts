import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db/connect.ts'
import { type Service, serviceSchema } from './model.ts'

export interface CatalogueEntry {
  service: Service
  active: boolean
  updatedAt: Date
}

/** The catalogue in the order of its file, then of entry. @throws ZodError for a row that somebody else wrote */
export async function listServices(
  reader: Reader,
  cityId: string,
  which: 'active' | 'all',
): Promise<CatalogueEntry[]> {
  let query = reader
    .selectFrom('service')
    .select(['data', 'active', 'updated_at'])
    .where('city_id', '=', cityId)
    .orderBy('position')
    .orderBy('id')
  if (which === 'active') query = query.where('active', '=', true)
  return (await query.execute()).map((row) => ({
    service: serviceSchema.parse(row.data),
    active: row.active,
    updatedAt: row.updated_at,
  }))
}

/** Adds a service at the end; `service_pkey` refuses an id that the city already has. */
export async function insertService(
  tx: Tx,
  cityId: string,
  { service, active, updatedAt }: CatalogueEntry,
): Promise<void> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from service where city_id = ${cityId}::text)`
  await tx
    .insertInto('service')
    .values({
      city_id: cityId,
      id: service.id,
      data: JSON.stringify(service),
      active,
      position,
      updated_at: updatedAt,
    })
    .execute()
}

/** @returns whether there is such a service */
export async function updateService(
  tx: Tx,
  cityId: string,
  { service, active, updatedAt }: CatalogueEntry,
): Promise<boolean> {
  const result = await tx
    .updateTable('service')
    .set({ data: JSON.stringify(service), active, updated_at: updatedAt })
    .where('city_id', '=', cityId)
    .where('id', '=', service.id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Adds the services the city has not got yet, in the order given. @returns how many were added */
export async function insertMissing(
  tx: Tx,
  cityId: string,
  services: readonly Service[],
  now: Date,
): Promise<number> {
  if (services.length === 0) return 0
  const rows = services.map((service, index) => ({
    city_id: cityId,
    id: service.id,
    data: JSON.stringify(service),
    position: index + 1,
    updated_at: now,
  }))
  const added = await tx
    .insertInto('service')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doNothing())
    .returning('id')
    .execute()
  return added.length
}
