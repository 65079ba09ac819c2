import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { importBoundary, importStreets } from '../../city/index.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { openReport } from '../openReport.ts'
import { readReport } from '../readReport.ts'
import { aReport, givenCategories } from '../reports.testkit.ts'
import { markGround } from './markGround.ts'

const database = useDatabase()
let city: GivenCity
let staff: GivenAccount

const LIST = `street;number;postcode;district;latitude;longitude
Gartenstraße;8;44534;Nord;51.6322;7.5227
Gartenstraße;9;44534;Nord;51.6323;7.5229
`
const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [7, 51],
      [8, 51],
      [8, 52],
      [7, 52],
      [7, 51],
    ],
  ],
}
const citizen = () => ({ ...database.platform, cityId: city.cityId, actor: { kind: 'citizen' } as const })

beforeEach(async () => {
  city = await givenCity(database.platform)
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  staff = await givenAccount(database.platform, city.cityId, 'report')
  await givenCategories(admin.ctx, city)
  await importStreets(admin.ctx, LIST)
  await importBoundary(admin.ctx, JSON.stringify(SQUARE))
})

async function whereOf(over: Parameters<typeof aReport>[0]) {
  const { caseId } = await openReport(citizen(), aReport(over))
  return { caseId, ...(await readReport(staff.ctx, caseId)) }
}

test('given an address in full, staff see its coordinates; given words, none', async () => {
  const { place, where } = await whereOf({ place: 'gartenstr. 8' })
  expect(place).toBe('gartenstr. 8')
  expect(where).toEqual({
    at: { lat: 51.6322, lon: 7.5227 },
    near: 'Gartenstraße 8, 44534 Nord',
    isPrivate: false,
  })
  expect((await whereOf({ place: 'neben der Bank' })).where.at).toBeNull()
  expect((await whereOf({ place: 'gartenstr. 8', locateBy: null })).where.at).toBeNull()
  expect((await whereOf({ place: 'im Garten', locateBy: 'Gartenstraße 9' })).where.at).toEqual({
    lat: 51.6323,
    lon: 7.5229,
  })
})

test('given coordinates outside the city, nothing is opened and the field is told', async () => {
  const refused = openReport(citizen(), aReport({ at: { lat: 50.5, lon: 7.5 } }))
  await expect(refused).rejects.toMatchObject({
    status: 422,
    fields: { place: expect.stringContaining('Zuständig ist dort die Nachbargemeinde.') },
  })
  const { rows } = await database.pool.query('select 1 from "case" where city_id = $1', [city.cityId])
  expect(rows).toEqual([])
})

test('given the same key and another spot, it is another report; with the same spot it is the same', async () => {
  const at = { lat: 51.6322, lon: 7.5227 }
  const send = (over: object) => openReport(citizen(), aReport({ idempotencyKey: 'k', at, ...over }))
  const first = await send({})
  expect((await send({})).caseId).toBe(first.caseId)
  expect((await send({ at: { lat: 51.64, lon: 7.5227 } })).caseId).not.toBe(first.caseId)
  expect((await send({ isPrivate: true })).caseId).not.toBe(first.caseId)
})

test('given private ground, it is marked once, with an event and a line in the audit trail', async () => {
  const { caseId } = await whereOf({ place: 'gartenstr. 8' })
  await markGround(staff.ctx, caseId, true)
  await markGround(staff.ctx, caseId, true)
  expect((await readReport(staff.ctx, caseId)).where.isPrivate).toBe(true)
  const count = async (query: string): Promise<number> =>
    (await database.pool.query(query, [city.cityId])).rows.length
  expect(await count(`select 1 from event where city_id = $1 and kind = 'report.ground-marked'`)).toBe(1)
  expect(await count(`select 1 from audit where city_id = $1 and action = 'report.ground-private'`)).toBe(1)
})

test("given another team's clerk or an agent, neither may mark it", async () => {
  const { caseId } = await whereOf({ place: 'gartenstr. 8' })
  const agent = await givenAccount(database.platform, city.cityId, 'agent')
  await expect(markGround(agent.ctx, caseId, true)).rejects.toMatchObject({ status: 403 })
  const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  await expect(markGround(clerk.ctx, caseId, true)).rejects.toMatchObject({ status: 403 })
})
