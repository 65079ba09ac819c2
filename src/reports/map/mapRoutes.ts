import { asApi } from '../../platform/http/postRoute.ts'
import { parse } from '../../platform/http/mount.ts'
import { rawRoute, type Route } from '../../platform/http/route.ts'
import { taggedJson } from '../../platform/http/taggedJson.ts'
import type { Context } from '../../platform/context.ts'
import { type MapInput, mapInput, mapView, type MapView } from './contract.ts'
import { gridOf } from './gridRule.ts'
import { countCells } from './mapStore.ts'
import { mapDoc } from './mapWords.ts'

/**
 * Where the released reports are, for maps. Whoever has an answer asks with its tag and gets it again only when it is another one: kept
 * without asking, it would show a report that was hidden meanwhile.
 */
export const publicMapRoutes: readonly Route[] = [
  rawRoute({
    method: 'get',
    path: '/api/v1/reports/map',
    roles: 'public',
    problemJson: true,
    traffic: 'read',
    doc: mapDoc,
    respond: async (c, scope) =>
      taggedJson(c, JSON.stringify(await readMap(asApi(scope), parse(mapInput, c.req.query())))),
  }),
]

/** The released reports of a part of the map, near ones together, in places that everybody may know. */
export async function readMap({ db, cityId }: Context, asked: MapInput): Promise<MapView> {
  const cells = await countCells(db, cityId, asked, gridOf(asked.bbox, asked.zoom))
  return mapView.parse({
    type: 'FeatureCollection',
    features: cells.map(({ lat, lon, count, open, reports }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [rounded(lon), rounded(lat)] },
      properties: { count, open, reports },
    })),
  })
}

/** To about 10 cm. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
