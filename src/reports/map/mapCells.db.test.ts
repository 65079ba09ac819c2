import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { readCategories, saveCategory } from '../categories/saveCategory.ts'
import { changeCategory } from '../changeCategory.ts'
import { mergeReport } from '../merging/mergeReport.ts'
import { moveReport } from '../moveReport.ts'
import { releaseReport } from '../open311/releaseReport.ts'
import { openReport } from '../openReport.ts'
import { aReport, givenCategories } from '../reports.testkit.ts'
import { CLOSEST } from './contract.ts'
import { gridOf, KEPT } from './gridRule.ts'
import { countCells } from './mapStore.ts'

const database = useDatabase()
let city: GivenCity
let staff: GivenAccount
let admin: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  staff = await givenAccount(database.platform, city.cityId, 'report')
  await givenCategories(admin.ctx, city)
  for (const { id, ...category } of (await readCategories(admin.ctx)).categories)
    await saveCategory(admin.ctx, id, { ...category, published: true })
})

const MARKET = { lat: 51.6165, lon: 7.5286 }
const ALL = { west: 7, south: 51, east: 8, north: 52 }

/** `n` differs, and with it the place: some at one spot, some a cell away. */
const placeOf = (n: number) => ({
  lat: MARKET.lat + ((n * 7) % 5) * 0.0041,
  lon: MARKET.lon + ((n * 3) % 7) * 0.0053,
})
async function opened(n: number, over: Parameters<typeof aReport>[0] = {}): Promise<string> {
  const citizen = { ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } as const }
  return (await openReport(citizen, aReport({ at: placeOf(n), ...over }))).caseId
}
const release = (caseId: string, released: boolean) => releaseReport(staff.ctx, caseId, released)
const answer = (caseId: string) =>
  moveReport(staff.ctx, caseId, { state: 'done', text: 'Ist erledigt.', plannedFor: null })

const KEY = 'city_id, lat_cell, lon_cell, category_id, ended'
/** What is kept, and what the reports themselves say. */
async function bothCounts() {
  const of = async (query: string) => (await database.pool.query(query, [city.cityId])).rows
  const kept = await of(`select * from report_map_cell where city_id = $1 order by ${KEY}`)
  const told = await of(
    `select s.city_id, s.lat_cell, s.lon_cell, s.category_id, s.ended, count(*)::int as reports, sum(s.lat_sum)::int8 as lat_sum,
       sum(s.lon_sum)::int8 as lon_sum, sum(s.lat_squares)::int8 as lat_squares, sum(s.lon_squares)::int8 as lon_squares
     from report r, lateral map_share(r) s where r.city_id = $1 group by ${KEY.replaceAll(/(\w+)/g, 's.$1')} order by ${KEY}`,
  )
  return { kept, told }
}
async function expectTrue(): Promise<number> {
  const { kept, told } = await bothCounts()
  expect(kept).toEqual(told)
  return kept.reduce((sum, { reports }) => sum + Number(reports), 0)
}

test('given the rule and the database, both mean the same cells', async () => {
  const { rows } = await database.pool.query('select map_cell_lat() as lat, map_cell_lon() as lon')
  expect(rows).toEqual([KEPT])
})

test('given all that can happen to a report, the kept counts are what the reports say', async () => {
  const ids: string[] = []
  for (let n = 0; n < 12; n += 1) ids.push(await opened(n, { isPrivate: n % 4 === 0 }))
  expect(await expectTrue()).toBe(0)
  for (const id of ids) await release(id, true)
  expect(await expectTrue()).toBe(12)
  await answer(ids[0]!)
  await answer(ids[1]!)
  await release(ids[2]!, false)
  await changeCategory(staff.ctx, ids[3]!, { category: 'idee', reason: 'Es ist ein Vorschlag.' })
  await database.pool.query('update report set private_ground = not private_ground where case_id = $1', [
    ids[4],
  ])
  await database.pool.query('update report set lat = lat + 0.1, lon = -lon where case_id = $1', [ids[5]])
  await database.pool.query('update report set lat = null, lon = null where case_id = $1', [ids[6]])
  const other = await opened(7)
  await release(other, true)
  const { number } = await database.platform.db
    .selectFrom('case')
    .select('number')
    .where('id', '=', ids[7]!)
    .executeTakeFirstOrThrow()
  await mergeReport(staff.ctx, other, { number })
  expect(await expectTrue()).toBe(10)
  for (const id of ids) await release(id, false)
  expect(await expectTrue()).toBe(0)
  expect((await bothCounts()).kept).toEqual([])
})

test('given many at one spot change at the same moment, none is counted twice or forgotten', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => opened(1)))
  await Promise.all(ids.map((id) => release(id, true)))
  expect(await expectTrue()).toBe(12)
  await Promise.all(ids.slice(0, 4).map(answer))
  // Some go from the open ones to the ended ones, others back: in both orders, at once.
  const reopen = (id: string) =>
    moveReport(staff.ctx, id, { state: 'in-work', text: 'Noch nicht fertig.', plannedFor: null })
  const turned = await Promise.allSettled([
    ...ids.slice(4, 8).map(answer),
    ...ids.slice(0, 4).map(reopen),
    ...ids.slice(8).map((id) => release(id, false)),
  ])
  expect(
    turned.flatMap((one) => (one.status === 'rejected' && !('status' in one.reason) ? one.reason : [])),
  ).toEqual([])
  expect(await expectTrue()).toBe(8)
})

test('given any size of the map, kept counts and the reports themselves make the same points', async () => {
  for (let n = 0; n < 24; n += 1) {
    const id = await opened(n, {
      isPrivate: n % 5 === 0,
      ...(n % 3 === 0 && { categoryId: 'idee', answers: {} }),
    })
    await release(id, true)
    if (n % 4 === 1) await answer(id)
  }
  const { db } = database.platform
  for (const zoom of [3, 9, 11, 12, 13])
    for (const filter of [{}, { category: 'idee' }, { state: 'open' }, { state: 'ended' }] as const) {
      const grid = gridOf(ALL, zoom)
      const kept = await countCells(db, city.cityId, { bbox: ALL, zoom, ...filter }, grid)
      // The closest size reads the reports themselves, also in a grid that is not its own.
      const told = await countCells(db, city.cityId, { bbox: ALL, zoom: CLOSEST, ...filter }, grid)
      expect(kept.length).toBeGreaterThan(0)
      expect(kept.map(({ count, open }) => ({ count, open }))).toEqual(
        told.map(({ count, open }) => ({ count, open })),
      )
      for (const [n, { lat, lon, count, reports }] of kept.entries()) {
        expect(lat).toBeCloseTo(told[n]!.lat, 5)
        expect(lon).toBeCloseTo(told[n]!.lon, 5)
        if (count === 1) expect(reports).toEqual(told[n]!.reports)
      }
    }
})
