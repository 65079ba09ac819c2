import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { TextModule } from '../../platform/db/tables.generated.ts'

export const listModules = (reader: Reader, cityId: string) =>
  reader
    .selectFrom('text_module')
    .select(['id', 'name', 'lang', 'text', 'team_id', 'service_id', 'active', 'version'])
    .where('city_id', '=', cityId)
    .orderBy('name')
    .orderBy('lang')
    .execute()

/** The active ones for everybody, or for this team and this service. */
export const modulesFor = (
  reader: Reader,
  cityId: string,
  { teamId, serviceId }: { teamId: string; serviceId: string | null },
) =>
  reader
    .selectFrom('text_module')
    .select(['id', 'name', 'lang', 'text'])
    .where('city_id', '=', cityId)
    .where('active', '=', true)
    .where((where) => where.or([where('team_id', 'is', null), where('team_id', '=', teamId)]))
    .where((where) => where.or([where('service_id', 'is', null), where('service_id', '=', serviceId)]))
    .orderBy('name')
    .execute()

export async function insertModule(tx: Tx, row: Insertable<TextModule>): Promise<void> {
  await tx.insertInto('text_module').values(row).execute()
}

/** @returns the new version; null when there is no such module */
export async function updateModule(
  tx: Tx,
  cityId: string,
  id: string,
  row: Pick<Insertable<TextModule>, 'name' | 'lang' | 'text' | 'team_id' | 'service_id' | 'active'>,
): Promise<number | null> {
  const updated = await tx
    .updateTable('text_module')
    .set((now) => ({ ...row, version: now('version', '+', 1) }))
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirst()
  return updated?.version ?? null
}
