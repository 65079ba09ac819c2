import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/connect.ts'
import { type DayTally, uncounted } from '../../plan/figures.ts'
import type { SheetDay } from './readTally.ts'

export async function insertDays(
  tx: Tx,
  cityId: string,
  importId: string,
  days: readonly SheetDay[],
): Promise<void> {
  await tx
    .insertInto('past_day')
    .values(days.map((day) => ({ city_id: cityId, import_id: importId, ...day })))
    .execute()
}

/** The days of all sheets; one that stands in two counts as in the earlier. @param days 'YYYY-MM-DD', both included */
export async function sheetTallies(
  reader: Reader,
  cityId: string,
  { from, to }: { from: string; to: string },
): Promise<DayTally[]> {
  const { rows } = await sql<SheetDay>`
    select distinct on (day) day::text, offered, answered, abandoned, answered15 from past_day
    where city_id = ${cityId}::text and day between ${from}::date and ${to}::date
    order by day, import_id`.execute(reader)
  return rows.map(tallyOfSheet)
}

/** A sheet knows no seconds but fifteen, and no promise. */
export const tallyOfSheet = ({ day, offered, ...counted }: SheetDay): DayTally => ({
  ...uncounted(day, offered),
  ...counted,
})
