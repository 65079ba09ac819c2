import { z } from 'zod'

/** `POST /api/v1/places/search`: what may be meant so far. In a body, because addresses belong in no log. */
export const placeSearchInput = z.object({ text: z.string('Bitte eine Adresse eingeben.').max(300) })
export const placesFound = z.object({
  places: z.array(
    z.object({
      label: z.string(),
      street: z.string(),
      /** null: a street as a whole. */
      houseNumber: z.string().nullable(),
    }),
  ),
})
export type PlacesFound = z.infer<typeof placesFound>

/** `POST /api/v1/places/near` */
export const placeNearInput = z.object({
  lat: z.number('Bitte eine Breite in Grad.').min(-90).max(90),
  lon: z.number('Bitte eine Länge in Grad.').min(-180).max(180),
})
export const placeNear = z.object({
  /** Whether it lies in the city. */
  inCity: z.boolean(),
  /** The nearest address of the city's list, and how far it is; null for none within 300 m. */
  near: z.object({ label: z.string(), metres: z.int() }).nullable(),
})
export type PlaceNear = z.infer<typeof placeNear>

/** `GET /api/v1/map`: where its pictures come from; null where no map is set up. */
export const mapView = z.object({
  map: z.object({ tilesUrl: z.string(), attribution: z.string() }).nullable(),
})
export type MapView = z.infer<typeof mapView>
