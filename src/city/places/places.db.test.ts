import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { asSystem, type Context } from '../../platform/context.ts'
import { givenCity } from '../city.testkit.ts'
import { importBoundary, importStreets } from './importPlaces.ts'
import { isInCity } from './isInCity.ts'
import { nearestAddress } from './nearestAddress.ts'
import { searchPlaces } from './searchPlaces.ts'

const database = useDatabase()
let ctx: Context

const HEAD = 'street;number;addition;postcode;district;latitude;longitude'
const LIST = `${HEAD}
Münsterstraße;5;;44532;Mitte;51.6165;7.5286
Münsterstraße;5;a;44532;Mitte;51.6166;7.5287
Münsterstraße;50;;44532;Mitte;51.6180;7.5290
Münsterstraße;5;;44534;Nord;51.6400;7.5286
Friedrich-Schiller-Straße;1;;44532;Mitte;51.6100;7.5200
Straße des 17. Juni;3;;44532;Mitte;51.6110;7.5210
Hauptstraße;7;;44532;Mitte;51,6120;7,5220
Am Markt;;;44532;Mitte;;
`
const labels = async (text: string): Promise<string[]> =>
  (await searchPlaces(ctx.db, ctx.cityId, text)).places.map(({ label }) => label)
const exact = async (text: string): Promise<string | null> =>
  (await searchPlaces(ctx.db, ctx.cityId, text)).exact?.label ?? null

beforeEach(async () => {
  const { cityId } = await givenCity(database.platform)
  ctx = asSystem(database.platform, cityId)
})

describe('the list', () => {
  beforeEach(async () => {
    await importStreets(ctx, LIST)
  })

  test('given a list, it is told how much was in it', async () => {
    expect(await importStreets(ctx, LIST)).toEqual({ streets: 6, addresses: 7 })
  })

  test.each([
    ['Müsterstr 5', 'Münsterstraße 5, 44532 Mitte'],
    ['muensterstraße 5a', 'Münsterstraße 5a, 44532 Mitte'],
    ['Münsterstr. 50', 'Münsterstraße 50, 44532 Mitte'],
    ['MUNSTERSTRASSE 50', 'Münsterstraße 50, 44532 Mitte'],
    ['schillerstr 1', 'Friedrich-Schiller-Straße 1, 44532 Mitte'],
    ['Str. des 17. Juni 3', 'Straße des 17. Juni 3, 44532 Mitte'],
    ['Haubtstrasse 7', 'Hauptstraße 7, 44532 Mitte'],
    ['am mar', 'Am Markt, 44532 Mitte'],
    ['Hauptstraße 99', 'Hauptstraße, 44532 Mitte'],
  ])('given %s, it finds %s first', async (text, label) => {
    expect((await labels(text))[0]).toBe(label)
  })

  test('given only a name, it finds the streets; given a beginning of a number, those too', async () => {
    expect(await labels('Münsterstr.')).toEqual(['Münsterstraße, 44532 Mitte', 'Münsterstraße, 44534 Nord'])
    const whole = ['Münsterstraße 5, 44532 Mitte', 'Münsterstraße 5a, 44532 Mitte']
    expect(await labels('Münsterstr. 5, 44532')).toEqual(whole)
    const typing = await searchPlaces(ctx.db, ctx.cityId, 'Münsterstr. 5', 'typing')
    expect(typing.places.map(({ label }) => label)).toEqual([
      whole[0],
      'Münsterstraße 5, 44534 Nord',
      whole[1],
      'Münsterstraße 50, 44532 Mitte',
    ])
  })

  test('given two that it could be, or words besides, or another town, none is exact', async () => {
    expect(await exact('Münsterstraße 5')).toBeNull()
    expect(await exact('hauptstr 7')).toBe('Hauptstraße 7, 44532 Mitte')
    expect(await exact('Haubtstr 7')).toBeNull()
    expect(await exact('Hauptstraße 7, neben dem Kiosk')).toBeNull()
    expect(await exact('Hauptstraße 7, 44135 Dortmund')).toBeNull()
    expect(await exact('Hauptstraße 8')).toBeNull()
    expect(await exact('Am Markt')).toBe('Am Markt, 44532 Mitte')
  })

  test('given any label, it finds exactly itself', async () => {
    for (const text of ['Münsterstr 5', 'Münsterstr 5a', 'Schiller', 'Straße des', 'Am Markt'])
      for (const label of await labels(text)) expect(await exact(label)).toBe(label)
  })

  test('given the town itself behind the postcode, it counts as nothing', async () => {
    const { rows } = await database.pool.query('select name from city where id = $1', [ctx.cityId])
    const town = rows[0].name as string
    expect(await exact(`Hauptstraße 7, 44532 ${town}`)).toBe('Hauptstraße 7, 44532 Mitte')
    expect(await exact(`Hauptstraße 7, ${town}-Mitte`)).toBe('Hauptstraße 7, 44532 Mitte')
  })

  test.each(['neben der Bank am Spielplatz', '', '5', '%', '_____', 'x'.repeat(300), '44532'])(
    'given %s, it finds nothing',
    async (text) => {
      expect(await searchPlaces(ctx.db, ctx.cityId, text)).toMatchObject({ places: [], exact: null })
    },
  )

  test('given a second list, only that counts; given a wrong one, nothing changes', async () => {
    await importStreets(ctx, `street\nKirchweg\n`)
    expect(await labels('Hauptstraße 7')).toEqual([])
    expect(await labels('Kirchweg')).toEqual(['Kirchweg'])
    const wrong = `${HEAD}\nHauptstraße;7;;4453;Mitte;51.6;7.5\n;;;;;;x\nHauptstraße;0;;;;51.6;7.5\nHauptstraße;9;;;;5716000;392000\nHauptstraße;9;;;;;\n`
    await expect(importStreets(ctx, wrong)).rejects.toMatchObject({
      message: [
        'Zeile 2: „4453“ ist keine Postleitzahl mit fünf Ziffern.',
        'Zeile 3: Der Name der Straße fehlt.',
        'Zeile 4: „0“ ist keine Hausnummer.',
        'Zeile 5: latitude und longitude müssen Grade sein (WGS 84, zum Beispiel 51.6165 und 7.5286), keine Meter (UTM).',
        'Zeile 6: Eine Hausnummer braucht latitude und longitude.',
      ].join('\n'),
    })
    expect(await labels('Kirchweg')).toEqual(['Kirchweg'])
  })

  test.each([
    ['', 'Die Datei ist leer'],
    ['name\nHauptstraße', 'In der ersten Zeile'],
    ['street\n"Haupt', 'Anführungszeichen'],
    ['street\n', 'keine Straße'],
    [`${HEAD}\nA-Weg;1;;;;51;7\nA Weg;1;;;;51;7`, 'Zeile 3: Diese Hausnummer steht schon in Zeile 2.'],
  ])('given %j, the import says: %s', async (text, sentence) => {
    await expect(importStreets(ctx, text)).rejects.toMatchObject({
      message: expect.stringContaining(sentence),
    })
  })

  test('given two imports at once, one list is there, whole', async () => {
    const list = (name: string): string =>
      `${HEAD}\n${Array.from({ length: 50 }, (_, n) => `${name};${n + 1};;;;51.6;7.5`).join('\n')}`
    await Promise.all([importStreets(ctx, list('Nordweg')), importStreets(ctx, list('Südweg'))])
    const { rows } = await database.pool.query(
      'select name, count(*)::int from street join address on address.city_id = street.city_id and street_id = id where street.city_id = $1 group by name',
      [ctx.cityId],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].count).toBe(50)
  })

  test('given a point, the nearest house is told with its distance; given one far away, none', async () => {
    const near = await nearestAddress(ctx.db, ctx.cityId, { lat: 51.61652, lon: 7.52861 })
    expect(near).toMatchObject({ place: { label: 'Münsterstraße 5, 44532 Mitte' }, metres: 2 })
    expect(await nearestAddress(ctx.db, ctx.cityId, { lat: 51.7, lon: 7.9 })).toBeNull()
    // 0.0044 degrees to the east are 304 m, and in the box that the index looks into.
    expect(await nearestAddress(ctx.db, ctx.cityId, { lat: 51.64, lon: 7.533 })).toBeNull()
  })
})

describe('the boundary', () => {
  const ring = [
    [7, 51],
    [8, 51],
    [8, 52],
    [7, 52],
    [7, 51],
  ]
  const polygon = { type: 'Polygon', coordinates: [ring] }

  test('given none, every point is in the city; given one, only those inside', async () => {
    const [inside, outside] = [
      { lat: 51.5, lon: 7.5 },
      { lat: 51.5, lon: 8.5 },
    ]
    expect(await isInCity(ctx.db, ctx.cityId, outside)).toBe(true)
    expect(await importBoundary(ctx, JSON.stringify(polygon))).toEqual({ areas: 1 })
    expect(await isInCity(ctx.db, ctx.cityId, inside)).toBe(true)
    expect(await isInCity(ctx.db, ctx.cityId, outside)).toBe(false)
    const two = { type: 'MultiPolygon', coordinates: [[ring], [ring.map(([lon, lat]) => [lon! + 1, lat!])]] }
    const feature = { type: 'Feature', geometry: two, properties: { name: 'Stadt' } }
    const all = { type: 'FeatureCollection', features: [feature] }
    expect(await importBoundary(ctx, `\uFEFF${JSON.stringify(all)}`)).toEqual({ areas: 2 })
    expect(await isInCity(ctx.db, ctx.cityId, outside)).toBe(true)
  })

  test.each([
    ['{', 'kein lesbares JSON'],
    ['{"type":"Point","coordinates":[7,51]}', 'Erwartet wird GeoJSON'],
    [JSON.stringify({ ...polygon, coordinates: [ring.slice(0, -1)] }), 'Ring 1 ist nicht geschlossen'],
    [JSON.stringify({ ...polygon, coordinates: [[ring[0], ring[1], ring[0]]] }), 'weniger als vier Punkte'],
    [
      JSON.stringify({ ...polygon, coordinates: [Array.from({ length: 4 }, () => [7, 51])] }),
      'schließt keine Fläche ein',
    ],
    [
      JSON.stringify({
        ...polygon,
        coordinates: [ring.map(([lon, lat]) => [lon! * 50_000, lat! * 110_000])],
      }),
      'keine Meter (UTM)',
    ],
    [
      JSON.stringify({ ...polygon, coordinates: [Array.from({ length: 50_001 }, () => [7, 51])] }),
      'mehr als 50000 Punkte',
    ],
    ['{"type":"Polygon","coordinates":[[[7,1e999],[8,51],[8,52],[7,1e999]]]}', 'Erwartet wird GeoJSON'],
  ])('given %j, the import says: %s', async (text, sentence) => {
    await expect(importBoundary(ctx, text)).rejects.toMatchObject({
      message: expect.stringContaining(sentence),
    })
  })
})
