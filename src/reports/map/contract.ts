import { z } from 'zod'

/** As close as the pictures of a map go. */
export const CLOSEST = 19

/** A part of the earth's surface, in degrees. */
export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** Said where an address has something else. */
export const PART =
  'Der Ausschnitt (bbox) besteht aus West, Süd, Ost und Nord in Grad, durch Kommas getrennt.'
const SIZE = `Die Größe (zoom) ist eine ganze Zahl von 0 bis ${CLOSEST}.`
const number = String.raw`-?\d{1,3}(?:\.\d{1,20})?`

const box = z
  .string(PART)
  .regex(new RegExp(`^${number}(?:,${number}){3}$`), PART)
  .transform((text): Box => {
    const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number)
    return { west, south, east, north }
  })
  .refine(({ west, east }) => west >= -180 && east <= 180 && west < east, {
    error: 'Im Ausschnitt (bbox) liegt West vor Ost, beide zwischen -180 und 180 Grad.',
  })
  .refine(({ south, north }) => south >= -90 && north <= 90 && south < north, {
    error: 'Im Ausschnitt (bbox) liegt Süd vor Nord, beide zwischen -90 und 90 Grad.',
  })

/** `GET /api/v1/reports/map`: the released reports of a part of the map, near ones together. */
export const mapInput = z.object({
  bbox: box,
  /** As in the addresses of a map's pictures: with one more, everything is twice as large. */
  zoom: z
    .string(SIZE)
    .regex(/^\d{1,2}$/, SIZE)
    .transform(Number)
    .refine((size) => size <= CLOSEST, SIZE),
  category: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Dieses Thema (category) gibt es nicht.')
    .optional(),
  state: z.enum(['open', 'ended'], 'Der Stand (state) ist open oder ended.').optional(),
})
export type MapInput = z.output<typeof mapInput>

/** One report, as everybody may see it. */
const mapReport = z.object({
  number: z.string(),
  category: z.string(),
  state: z.enum(['received', 'in-work', 'planned', 'forwarded', 'done', 'not-done']),
})

/** GeoJSON (RFC 7946): at most about 500 points, each of one report or of several. */
export const mapView = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({
        count: z.int(),
        /** So many of them have no answer yet. */
        open: z.int(),
        /** The newest ten, where a larger map would not part them; else none. */
        reports: z.array(mapReport),
      }),
    }),
  ),
})
export type MapView = z.infer<typeof mapView>
export type MapFeature = MapView['features'][number]
