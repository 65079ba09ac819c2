import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { ReportState } from '../model.ts'
import { type Box, CLOSEST, type MapInput } from './contract.ts'
import { doublingsOf, type Grid, KEPT, wholeCells } from './gridRule.ts'

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

interface Asked {
  cityId: string
  /** Whole cells; its east and north are outside. */
  box: Box
  zoom: number
  category: string | null
  state: 'open' | 'ended' | null
}

/**
 * The reports that everybody may see, counted in the cells that a part of the map touches, at the middle of those in each.
 * Large cells are put together of those that the database keeps counts of; for smaller ones it reads the index `report_map`. Besides
 * it reads only the reports that are named. @param zoom at the closest one no cell can be parted any more
 */
export async function countCells(
  reader: Reader,
  cityId: string,
  { bbox, zoom, ...filter }: MapInput,
  grid: Grid,
): Promise<MapCell[]> {
  const asked: Asked = {
    cityId,
    box: wholeCells(bbox, grid),
    zoom,
    category: filter.category ?? null,
    state: filter.state ?? null,
  }
  // At the closest size the named ones are looked for in all of a cell, whose ends only the reports themselves tell.
  const doublings = zoom === CLOSEST ? null : doublingsOf(grid)
  const cells = doublings === null ? ofReports(asked, grid) : ofKeptCells(asked, doublings)
  const { rows } = await sql<MapCell>`
    with cells as (${cells})
    select lat, lon, count, open, coalesce(named.reports, '[]') as reports
    from cells left join lateral (${named(asked)}) named on true
    order by lat desc, lon`.execute(reader)
  return rows
}

/** `south` to `east` are the ends of what stands in a cell. */
const ofReports = ({ cityId, box, category, state }: Asked, grid: Grid): RawBuilder<unknown> => sql`
  select sum(public_lat) / count(*) as lat, sum(public_lon) / count(*) as lon, count(*) as count,
    count(*) filter (where answered_at is null) as open,
    min(public_lat) = max(public_lat) and min(public_lon) = max(public_lon) as is_spot,
    min(public_lat) as south, max(public_lat) as north, min(public_lon) as west, max(public_lon) as east
  from report
  where city_id = ${cityId} and released_at is not null and merged_into is null
    and public_lat >= ${box.south}::float8 and public_lat < ${box.north}::float8
    and public_lon >= ${box.west}::float8 and public_lon < ${box.east}::float8
    and category_id <> all (array(select id from report_category where city_id = ${cityId} and not published))
    and (${category}::text is null or category_id = ${category})
    and (${state}::text is null or (answered_at is null) = (${state} = 'open'))
  group by floor(public_lat / ${grid.lat}::float8)::bigint * ${sql.lit(ROW)} + floor(public_lon / ${grid.lon}::float8)::bigint`

/** Kept positions are whole millionths of a degree, and so are the ends: a little wider than one, where all are at one spot. */
const ofKeptCells = ({ cityId, box, category, state }: Asked, doublings: number): RawBuilder<unknown> => sql`
  select lat, lon, count, open, is_spot, lat - 6e-7 as south, lat + 6e-7 as north, lon - 6e-7 as west, lon + 6e-7 as east
  from (
    select sum(floor(lat_cell * map_cell_lat() * 1e6) * reports + lat_sum) / sum(reports) / 1e6 as lat,
      sum(floor(lon_cell * map_cell_lon() * 1e6) * reports + lon_sum) / sum(reports) / 1e6 as lon,
      sum(reports) as count, coalesce(sum(reports) filter (where not ended), 0) as open,
      min(lat_cell) = max(lat_cell) and min(lon_cell) = max(lon_cell)
        and sum(reports) * sum(lat_squares) = sum(lat_sum) * sum(lat_sum)
        and sum(reports) * sum(lon_squares) = sum(lon_sum) * sum(lon_sum) as is_spot
    from report_map_cell
    where city_id = ${cityId}
      and lat_cell >= ${Math.round(box.south / KEPT.lat)}::int and lat_cell < ${Math.round(box.north / KEPT.lat)}::int
      and lon_cell >= ${Math.round(box.west / KEPT.lon)}::int and lon_cell < ${Math.round(box.east / KEPT.lon)}::int
      and category_id <> all (array(select id from report_category where city_id = ${cityId} and not published))
      and (${category}::text is null or category_id = ${category})
      and (${state}::text is null or ended = (${state} = 'ended'))
    group by lat_cell >> ${doublings}::int, lon_cell >> ${doublings}::int
  ) kept`

const named = ({ cityId, zoom, category, state }: Asked): RawBuilder<unknown> => sql`
  select json_agg(json_build_object('number', number, 'category', name, 'state', state) order by case_id desc) as reports
  from (
    select c.number, category.name, r.state, r.case_id
    from report r
    join "case" c on c.city_id = r.city_id and c.id = r.case_id
    join report_category category on category.city_id = r.city_id and category.id = r.category_id
    where (cells.is_spot or ${zoom}::int = ${sql.lit(CLOSEST)})
      and r.city_id = ${cityId} and r.released_at is not null and r.merged_into is null and category.published
      and r.public_lat between cells.south and cells.north and r.public_lon between cells.west and cells.east
      and (${category}::text is null or r.category_id = ${category})
      and (${state}::text is null or (r.answered_at is null) = (${state} = 'open'))
    order by r.case_id desc limit ${sql.lit(NAMED)}
  ) newest`
