import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { ReportState } from '../model.ts'
import { CLOSEST, type MapInput } from './contract.ts'
import type { Grid } from './gridRule.ts'

/** So many reports of one spot are named. */
const NAMED = 10

/** More cells than a row around the earth has: so one number names a cell, which the database counts fastest by. */
const ROW = 2 ** 32

export interface MapCell {
  lat: number
  lon: number
  count: number
  open: number
  reports: { number: string; category: string; state: ReportState }[]
}

/**
 * The reports that everybody may see, counted in cells, at the middle of those in each. It reads the index `report_map` and besides only
 * the reports that are named. @param asked.zoom at the closest one no cell can be parted any more
 */
export async function countCells(
  reader: Reader,
  cityId: string,
  { bbox, zoom, ...asked }: MapInput,
  grid: Grid,
): Promise<MapCell[]> {
  const category = asked.category ?? null
  const state = asked.state ?? null
  const { rows } = await sql<MapCell>`
    with cells as (
      select sum(public_lat) / count(*) as lat, sum(public_lon) / count(*) as lon, count(*) as count,
        count(*) filter (where answered_at is null) as open,
        min(public_lat) as south, max(public_lat) as north, min(public_lon) as west, max(public_lon) as east
      from report
      where city_id = ${cityId} and released_at is not null and merged_into is null
        and public_lat between ${bbox.south}::float8 and ${bbox.north}::float8
        and public_lon between ${bbox.west}::float8 and ${bbox.east}::float8
        and category_id <> all (array(select id from report_category where city_id = ${cityId} and not published))
        and (${category}::text is null or category_id = ${category})
        and (${state}::text is null or (answered_at is null) = (${state} = 'open'))
      group by floor(public_lat / ${grid.lat}::float8)::bigint * ${sql.lit(ROW)} + floor(public_lon / ${grid.lon}::float8)::bigint
    )
    select lat, lon, count, open, coalesce(named.reports, '[]') as reports
    from cells left join lateral (
      select json_agg(json_build_object('number', number, 'category', name, 'state', state) order by case_id desc) as reports
      from (
        select c.number, category.name, r.state, r.case_id
        from report r
        join "case" c on c.city_id = r.city_id and c.id = r.case_id
        join report_category category on category.city_id = r.city_id and category.id = r.category_id
        where ((cells.south = cells.north and cells.west = cells.east) or ${zoom}::int = ${sql.lit(CLOSEST)})
          and r.city_id = ${cityId} and r.released_at is not null and r.merged_into is null and category.published
          and r.public_lat between cells.south and cells.north and r.public_lon between cells.west and cells.east
          and (${category}::text is null or r.category_id = ${category})
          and (${state}::text is null or (r.answered_at is null) = (${state} = 'open'))
        order by r.case_id desc limit ${sql.lit(NAMED)}
      ) newest
    ) named on true
    order by lat desc, lon`.execute(reader)
  return rows
}
