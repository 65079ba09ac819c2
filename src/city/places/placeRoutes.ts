import { z } from 'zod'
import { CITY_STAFF, publicRoute, rawRoute, type Route, staffRoute } from '../../platform/http/route.ts'
import { taggedJson } from '../../platform/http/taggedJson.ts'
import {
  type MapView,
  mapView,
  placeNear,
  type PlaceNear,
  placeNearInput,
  placeSearchInput,
  placesFound,
  type PlacesFound,
} from './contract.ts'
import { isInCity } from './isInCity.ts'
import { nearestAddress } from './nearestAddress.ts'
import { findBoundary } from './placeStore.ts'
import { searchPlaces } from './searchPlaces.ts'

/** The city's own list for whoever types an address or points at a map: the citizens' pages and the console. */
export const placeRoutes: readonly Route[] = [
  publicRoute({
    method: 'post',
    path: '/api/v1/places/search',
    roles: 'public',
    traffic: 'read',
    input: placeSearchInput,
    run: async ({ db, cityId }, { text }): Promise<PlacesFound> =>
      placesFound.parse(await searchPlaces(db, cityId, text, 'typing')),
  }),
  publicRoute({
    method: 'post',
    path: '/api/v1/places/near',
    roles: 'public',
    traffic: 'read',
    input: placeNearInput,
    run: async ({ db, cityId }, at): Promise<PlaceNear> => {
      const near = await nearestAddress(db, cityId, at)
      const inCity = await isInCity(db, cityId, at)
      return placeNear.parse({ inCity, near: near && { label: near.place.label, metres: near.metres } })
    },
  }),
  /** Where the city ends, as GeoJSON; without coordinates where nobody has told it. */
  rawRoute({
    method: 'get',
    path: '/api/v1/boundary',
    roles: 'public',
    problemJson: true,
    traffic: 'read',
    respond: async (c, { platform, cityId }) => {
      const coordinates = (await findBoundary(platform.db, cityId)) ?? []
      return taggedJson(c, JSON.stringify({ type: 'MultiPolygon', coordinates }))
    },
  }),
]

/** What the console draws a map with. @param map null where no map is set up */
export const mapRoute = (map: { tilesUrl: string; attribution: string } | null): Route =>
  staffRoute({
    method: 'get',
    path: '/api/v1/map',
    roles: CITY_STAFF,
    input: z.object({}),
    run: async (): Promise<MapView> => mapView.parse({ map }),
  })
