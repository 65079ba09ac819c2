import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { ReleasePlan as PlanRow } from '../../platform/db/tables.generated.ts'
import type { ReleasePlan } from './plan.ts'
import { ruleShape } from './planRule.ts'

/** One version of a plan as it is stored. */
export interface StoredPlan extends ReleasePlan {
  version: number
  officeId: string
  name: string
  state: PlanRow['state']
  authorId: string
  endAskedBy: string | null
}

const toPlan = (row: Selectable<PlanRow>): StoredPlan => ({
  id: row.id,
  version: row.version,
  officeId: row.office_id,
  name: row.name,
  from: row.first_date,
  until: row.last_date,
  rule: ruleShape.parse(row.rule),
  state: row.state,
  authorId: row.author_id,
  endAskedBy: row.end_asked_by,
})

/** The plans of an office that count. */
export async function activePlans(reader: Reader, cityId: string, officeId: string): Promise<StoredPlan[]> {
  const rows = await reader
    .selectFrom('release_plan')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('office_id', '=', officeId)
    .where('state', '=', 'active')
    .orderBy('first_date')
    .orderBy('id')
    .execute()
  return rows.map(toPlan)
}

/** The versions of a plan that may still change, locked: the newest, and the one that counts. */
export async function lockPlan(tx: Tx, cityId: string, id: string): Promise<StoredPlan[]> {
  const rows = await tx
    .selectFrom('release_plan')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .forUpdate()
    .execute()
  return rows.map(toPlan)
}

export async function insertPlan(tx: Tx, row: Insertable<PlanRow>): Promise<void> {
  await tx.insertInto('release_plan').values(row).execute()
}

/** Changes a version that is in the given state. @returns whether there was one */
export async function updatePlan(
  tx: Tx,
  cityId: string,
  { id, version, state }: Pick<StoredPlan, 'id' | 'version' | 'state'>,
  row: Updateable<PlanRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('release_plan')
    .set(row)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The newest version of each plan, and the one that counts; with the names of who wrote and approved. */
export async function listPlans(reader: Reader, cityId: string) {
  return reader
    .selectFrom('release_plan as p')
    .innerJoin('account as author', (join) =>
      join.onRef('author.city_id', '=', 'p.city_id').onRef('author.id', '=', 'p.author_id'),
    )
    .leftJoin('account as approver', (join) =>
      join.onRef('approver.city_id', '=', 'p.city_id').onRef('approver.id', '=', 'p.approved_by'),
    )
    .leftJoin('account as asker', (join) =>
      join.onRef('asker.city_id', '=', 'p.city_id').onRef('asker.id', '=', 'p.end_asked_by'),
    )
    .selectAll('p')
    .select(['author.name as author_name', 'approver.name as approver_name', 'asker.name as asker_name'])
    .where('p.city_id', '=', cityId)
    .where((where) =>
      where.or([
        where('p.state', '=', 'active'),
        where(
          'p.version',
          '=',
          sql<number>`(select max(n.version) from release_plan n where n.city_id = p.city_id and n.id = p.id)`,
        ),
      ]),
    )
    .orderBy('p.first_date')
    .orderBy('p.id')
    .orderBy('p.version')
    .execute()
}
