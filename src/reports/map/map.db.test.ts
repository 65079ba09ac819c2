import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { readCategories, saveCategory } from '../categories/saveCategory.ts'
import { mergeReport } from '../merging/mergeReport.ts'
import { moveReport } from '../moveReport.ts'
import { releaseReport } from '../open311/releaseReport.ts'
import { openReport } from '../openReport.ts'
import { aReport, givenCategories } from '../reports.testkit.ts'
import { type MapView, mapView } from './contract.ts'
import { publicMapRoutes } from './mapRoutes.ts'

const database = useDatabase()
let app: ReturnType<typeof createApp>
let city: GivenCity
let admin: GivenAccount
let staff: GivenAccount
let host: string
let made = 0

beforeAll(() => {
  const { platform } = database
  app = createApp({ platform, routes: publicMapRoutes, readiness: [], publicDir: '', trustProxy: false })
})
beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  made += 1
  host = `stadt${made}.example`
  city = await givenCity(database.platform, { hostnames: [host] })
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  staff = await givenAccount(database.platform, city.cityId, 'report')
  await givenCategories(admin.ctx, city)
  await opened(true)
})

const TOWN = 'bbox=7.4,51.5,7.6,51.7'
const MARKET = { lat: 51.6165, lon: 7.5286 }
const get = (query: string, headers: Record<string, string> = {}) =>
  app.request(`http://${host}/api/v1/reports/map?${query}`, { headers })
async function shown(query: string): Promise<MapView['features']> {
  const answer = await get(query)
  expect(answer.status).toBe(200)
  return mapView.parse(await answer.json()).features
}
const citizen = () => ({ ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } as const })
async function opened(published: boolean): Promise<void> {
  const { categories } = await readCategories(admin.ctx)
  const { id, ...category } = categories.find((one) => one.id === 'strasse')!
  await saveCategory(admin.ctx, id, { ...category, published })
}
async function report(over: Parameters<typeof aReport>[0] = {}, released = true) {
  database.platform.clock.advance(1_000)
  const made = await openReport(citizen(), aReport({ at: MARKET, ...over }))
  if (released) await releaseReport(staff.ctx, made.caseId, true)
  return made
}

test('given a released report of an open category, it is there with number, subject and state, and nothing else', async () => {
  const { number } = await report()
  await report({}, false)
  expect(await shown(`${TOWN}&zoom=13`)).toEqual([
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [MARKET.lon, MARKET.lat] },
      properties: {
        count: 1,
        open: 1,
        reports: [{ number, category: 'Straße und Gehweg', state: 'received' }],
      },
    },
  ])
  await opened(false)
  expect(await shown(`${TOWN}&zoom=13`)).toEqual([])
})

test('given private ground, the point is the middle of a cell, and two neighbours stand at the same spot', async () => {
  const one = await report({ isPrivate: true })
  const near = { lat: MARKET.lat - 0.0002, lon: MARKET.lon }
  const other = await report({ isPrivate: true, at: near })
  const [feature, ...others] = await shown(`${TOWN}&zoom=17`)
  expect(others).toEqual([])
  expect(feature?.geometry.coordinates).not.toEqual([MARKET.lon, MARKET.lat])
  expect(feature?.properties.reports.map(({ number }) => number)).toEqual([other.number, one.number])
})

test('given two near each other, they are one point with a number until the map is large enough', async () => {
  await report()
  await report({ at: { lat: MARKET.lat + 0.002, lon: MARKET.lon + 0.002 } })
  const [together, ...none] = await shown(`${TOWN}&zoom=8`)
  expect(none).toEqual([])
  expect(together?.properties).toEqual({ count: 2, open: 2, reports: [] })
  expect(together?.geometry.coordinates[1]).toBeCloseTo(MARKET.lat + 0.001, 6)
  expect(await shown('bbox=7.52,51.61,7.54,51.63&zoom=18')).toHaveLength(2)
})

test('given the closest map, what stands in one cell is named, the newest ten of it', async () => {
  const numbers: string[] = []
  for (let n = 0; n < 12; n += 1)
    numbers.unshift((await report({ at: { lat: MARKET.lat, lon: MARKET.lon + n * 1e-6 } })).number)
  const features = await shown('bbox=7.52,51.61,7.54,51.63&zoom=19')
  expect(features.reduce((sum, { properties }) => sum + properties.count, 0)).toBe(12)
  const named = features.flatMap(({ properties }) => properties.reports.map(({ number }) => number))
  expect(named.length).toBeGreaterThanOrEqual(10)
  expect(named.every((number) => numbers.includes(number))).toBe(true)
  for (const { properties } of features) expect(properties.reports.length).toBeLessThanOrEqual(10)
})

test('given one that belongs to another one, only the other is counted; filters leave out what does not fit', async () => {
  const worked = await report()
  const merged = await report()
  await mergeReport(staff.ctx, merged.caseId, { number: worked.number })
  const counted = async (query: string): Promise<number> =>
    (await shown(`${TOWN}&zoom=13${query}`)).reduce((sum, { properties }) => sum + properties.count, 0)
  expect(await counted('')).toBe(1)
  expect(await counted('&state=open&category=strasse')).toBe(1)
  expect(await counted('&category=idee')).toBe(0)
  await moveReport(staff.ctx, worked.caseId, { state: 'done', text: 'Sie ist fest.', plannedFor: null })
  expect(await counted('&state=open')).toBe(0)
  expect(await counted('&state=ended')).toBe(1)
  expect((await shown('bbox=8,51,9,52&zoom=13')).length).toBe(0)
})

test('given who has the answer already, it is not sent again until it is another one', async () => {
  const { caseId } = await report()
  const first = await get(`${TOWN}&zoom=13`)
  expect(first.headers.get('cache-control')).toBe('no-cache')
  const tag = first.headers.get('etag') ?? ''
  expect((await get(`${TOWN}&zoom=13`, { 'if-none-match': tag })).status).toBe(304)
  await releaseReport(staff.ctx, caseId, false)
  expect((await get(`${TOWN}&zoom=13`, { 'if-none-match': tag })).status).toBe(200)
})

test.for([
  ['', 'bbox'],
  ['bbox=7,51,8&zoom=3', 'bbox'],
  ['bbox=8,51,7,52&zoom=3', 'bbox'],
  ['bbox=7,51,8,91&zoom=3', 'bbox'],
  ['bbox=7,51,NaN,52&zoom=3', 'bbox'],
  [`${TOWN}&zoom=20`, 'zoom'],
  [`${TOWN}&zoom=-1`, 'zoom'],
  [`${TOWN}&zoom=3&state=weg`, 'state'],
  [`${TOWN}&zoom=3&category='`, 'category'],
] as const)('given %s, the answer names the field', async ([query, field]) => {
  const answer = await get(query)
  expect(answer.status).toBe(422)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toMatchObject({ fields: { [field]: expect.any(String) } })
})
