import { z } from 'zod'
import { isPoint } from '../../shared/point.ts'
import { invalid } from '../../platform/problems.ts'
import type { Boundary, Ring } from './model.ts'

/** A city's boundary has some thousand; what has more is another kind of file. */
const MOST_POSITIONS = 50_000

const position = z.tuple([z.number(), z.number()]).rest(z.number())
const polygon = z.array(z.array(position).min(1)).min(1)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
])
const feature = z.object({ type: z.literal('Feature'), geometry })
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).min(1) })
const file = z.union([geometry, feature, collection])

/**
 * Reads a GeoJSON file (RFC 7946): a Polygon or MultiPolygon, alone, as a feature, or in a collection, whose areas count together.
 * @throws Problem 422 with one sentence
 */
export function readBoundary(text: string): Boundary {
  const parsed = file.safeParse(parseJson(text))
  if (!parsed.success)
    throw wrong(
      'Erwartet wird GeoJSON mit einem Polygon oder MultiPolygon (auch als Feature oder FeatureCollection).',
    )
  const boundary = polygonsOf(parsed.data).map((rings) => rings.map(positionsOf))
  const rings = boundary.flat()
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > MOST_POSITIONS)
    throw wrong(`Die Grenze hat mehr als ${MOST_POSITIONS} Punkte. Bitte vereinfachen Sie sie.`)
  for (const [index, ring] of rings.entries()) checkRing(ring, index + 1)
  return boundary
}

type Geometry = z.output<typeof geometry>

function polygonsOf(given: z.output<typeof file>): z.output<typeof polygon>[] {
  if (given.type === 'FeatureCollection') return given.features.flatMap((one) => ofGeometry(one.geometry))
  return ofGeometry(given.type === 'Feature' ? given.geometry : given)
}

const ofGeometry = (given: Geometry): z.output<typeof polygon>[] =>
  given.type === 'Polygon' ? [given.coordinates] : given.coordinates

const positionsOf = (ring: z.output<typeof polygon>[number]): Ring =>
  ring.map(([lon, lat]): [number, number] => [lon, lat])

function checkRing(ring: Ring, number: number): void {
  if (ring.some(([lon, lat]) => !isPoint({ lat, lon })))
    throw wrong(
      `Ring ${number}: Die Koordinaten sind keine Grade. Gebraucht werden Länge und Breite (WGS 84), keine Meter (UTM).`,
    )
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length < 4 || !first || !last)
    throw wrong(`Ring ${number} hat weniger als vier Punkte und schließt keine Fläche ein.`)
  if (first[0] !== last[0] || first[1] !== last[1])
    throw wrong(`Ring ${number} ist nicht geschlossen: Der letzte Punkt muss der erste sein.`)
  if (areaOf(ring) === 0) throw wrong(`Ring ${number} schließt keine Fläche ein.`)
}

/** By the shoelace formula, in square degrees, with a sign. */
const areaOf = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [lon, lat], index) => {
    const [fromLon, fromLat] = ring[index]!
    return sum + (fromLon * lat - lon * fromLat) / 2
  }, 0)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong('Das ist kein lesbares JSON.')
    throw error
  }
}

const wrong = (sentence: string) => invalid({ file: sentence })
