import { sql, type Insertable } from 'kysely'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { Announcement as AnnouncementRow } from '../platform/db/tables.generated.ts'
import type { Announcement } from './model.ts'

const announcements = (reader: Reader, cityId: string) =>
  reader
    .selectFrom('announcement as a')
    .leftJoin('announcement_line as l', (join) =>
      join.onRef('l.city_id', '=', 'a.city_id').onRef('l.announcement_id', '=', 'a.id'),
    )
    .select([
      'a.id',
      'a.text',
      'a.text_en as textEn',
      'a.text_einfach as textEinfach',
      'a.link',
      'a.important',
    ])
    .select(['a.starts_at as startsAt', 'a.ends_at as endsAt'])
    .select(
      sql<
        string[]
      >`coalesce(array_agg(l.line_id order by l.line_id) filter (where l.line_id is not null), '{}')`.as(
        'lineIds',
      ),
    )
    .where('a.city_id', '=', cityId)
    .where('a.withdrawn_at', 'is', null)
    .groupBy(['a.city_id', 'a.id'])
    .orderBy('a.starts_at')
    .orderBy('a.id')

/** Announcements that count at `at`, the oldest first. */
export const announcementsAt = (reader: Reader, cityId: string, at: Date): Promise<Announcement[]> =>
  announcements(reader, cityId).where('a.starts_at', '<=', at).where('a.ends_at', '>', at).execute()

/** Those and the coming ones. */
export const announcementsFrom = (reader: Reader, cityId: string, at: Date): Promise<Announcement[]> =>
  announcements(reader, cityId).where('a.ends_at', '>', at).execute()

/** @returns which of the ids are lines of the city */
export async function knownLines(
  reader: Reader,
  cityId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await reader
    .selectFrom('line')
    .select('id')
    .where('city_id', '=', cityId)
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function insertAnnouncement(
  tx: Tx,
  row: Insertable<AnnouncementRow>,
  lineIds: readonly string[],
): Promise<void> {
  await tx.insertInto('announcement').values(row).execute()
  if (lineIds.length === 0) return
  const { city_id, id: announcement_id } = row
  await tx
    .insertInto('announcement_line')
    .values(lineIds.map((line_id) => ({ city_id, announcement_id, line_id })))
    .execute()
}

/** @returns whether there was one that was not over */
export async function withdraw(tx: Tx, cityId: string, id: string, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('announcement')
    .set({ withdrawn_at: at })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', at)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
