import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { publicPosition } from './publicPositionRule.ts'

const database = useDatabase()

test('given any point, the database makes the same of it as the rule does', async () => {
  const degrees = (most: number) =>
    fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((value) => value / 1e7)
  const point = fc.record({ lat: degrees(90), lon: degrees(180) })
  const points = fc.sample(point, 2_000)
  const { rows } = await database.pool.query<{ lat: number; lon: number }>(
    `select public_lat(lat) as lat, public_lon(lat, lon) as lon
     from unnest($1::float8[], $2::float8[]) with ordinality as points (lat, lon, n) order by n`,
    [points.map(({ lat }) => lat), points.map(({ lon }) => lon)],
  )
  expect(rows).toHaveLength(points.length)
  for (const [n, at] of points.entries()) {
    const { lat, lon } = publicPosition({ place: null, street: null, ...at }, true)
    expect(rows[n]!.lat, JSON.stringify(at)).toBeCloseTo(lat!, 9)
    expect(rows[n]!.lon, JSON.stringify(at)).toBeCloseTo(lon!, 9)
  }
})

test('given a position nearer to zero than a number of the database can divide, it is stored all the same', async () => {
  const { rows } = await database.pool.query('select public_lon(89.99999, -5e-324) as lon')
  expect(Math.abs(rows[0].lon)).toBeLessThanOrEqual(180)
})
