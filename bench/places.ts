// search of an address per keystroke and the nearest address of a point, in a list of 60,000
import { createCity, importStreets, nearestAddress, searchPlaces } from '../src/city/index.ts'
import { asSystem } from '../src/platform/context.ts'
import { ms, percentile } from './kit/numbers.ts'
import { report, type Row } from './kit/report.ts'
import { withTestPlatform } from './kit/testPlatform.ts'

const HOUSES_PER_STREET = 30
const STREETS = 2_000
const ROUNDS = 3
const LIMIT_MS = 50

const FIRST =
  'Ahorn Berg Birken Blumen Brücken Buchen Dorf Eichen Erlen Feld Garten Heide Hof Kirch Linden Mühlen Park Rosen Schul Wald'
const LAST = 'straße weg platz gasse allee ring'
const AREAS = Array.from({ length: 17 }, (_, index) => `Ort ${index + 1}`)

/** Names as towns have them, each in many districts: more than any one town has of a kind. */
const NAMES = FIRST.split(' ').flatMap((first) => LAST.split(' ').map((last) => first + last))
const streets = AREAS.flatMap((district) => NAMES.map((name) => ({ name, district }))).slice(0, STREETS)

function list(): string {
  const lines = streets.flatMap(({ name, district }, street) =>
    Array.from({ length: HOUSES_PER_STREET }, (_, house) => {
      const lat = 51.5 + (street % 50) * 0.002 + house * 0.00005
      const lon = 7.4 + Math.floor(street / 50) * 0.003 + house * 0.00005
      return [name, house + 1, '44532', district, lat.toFixed(6), lon.toFixed(6)].join(';')
    }),
  )
  return ['street;number;postcode;district;latitude;longitude', ...lines].join('\n')
}

/** As it is typed, and with a letter swapped, which costs a look at every name. */
const typed = ['Lindenstraße 12', 'muehlenweg 5', 'Rosenalee 7', 'Brükenstr. 20', 'Kirhcplatz 3'].flatMap(
  (text) => Array.from(text, (_, end) => text.slice(0, end + 1)),
)

async function measure<T>(what: readonly T[], run: (one: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++)
    for (const one of what) {
      const begun = performance.now()
      await run(one)
      // The first round warms up.
      if (round > 0) times.push(performance.now() - begun)
    }
  return times
}

await withTestPlatform(async (platform) => {
  await createCity(platform, {
    id: 'probe',
    name: 'Probe',
    title: 'Stadt Probe',
    land: 'NW',
    areaCode: '02306',
    casePrefix: 'PR',
    hostnames: [],
    demo: false,
  })
  const ctx = asSystem(platform, 'probe')
  const begun = performance.now()
  const { addresses } = await importStreets(ctx, list())
  const imported = performance.now() - begun
  const points = Array.from({ length: 100 }, (_, index) => ({
    lat: 51.5 + index * 0.001,
    lon: 7.4 + index * 0.001,
  }))
  const searched = await measure(typed, (text) => searchPlaces(platform.db, 'probe', text, 'typing'))
  const near = await measure(points, (point) => nearestAddress(platform.db, 'probe', point))
  const rowsOf = (what: string, times: readonly number[]): Row[] =>
    [0.5, 0.99].map((part) => {
      const value = percentile(times, part)
      return {
        what: `${what}, p${part * 100}`,
        figure: ms(value),
        against: `limit: ${LIMIT_MS} ms`,
        ratio: value / LIMIT_MS,
      }
    })
  report(
    `places: ${addresses} addresses in ${STREETS} streets`,
    [
      ...rowsOf('search per keystroke', searched),
      ...rowsOf('nearest address', near),
      { what: 'import', figure: ms(imported), against: 'once', ratio: null },
    ],
    [`${typed.length} keystrokes and ${points.length} points, ${ROUNDS} rounds after one to warm up.`],
  )
})
