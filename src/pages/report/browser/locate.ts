import { isPrecise } from '../place/readPositionRule.ts'
import { aboutMetres } from '../place/aboutMetres.ts'
import { filled, type PlaceField } from './placeField.ts'

const PATIENCE_MS = 15_000
/** Where the device was a minute ago is good enough. */
const OLDEST_MS = 60_000
const DENIED = 1

/** Asks the device where it is, after the person's click; the position stays in the form until that is sent. */
export function locate(field: PlaceField): void {
  const { texts } = field
  if (!('geolocation' in navigator)) return field.tell(texts.unavailable)
  field.tell(texts.locating)
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const at = { lat: coords.latitude, lon: coords.longitude }
      const metres = Math.ceil(coords.accuracy) || 1
      const size = aboutMetres(metres, document.documentElement.lang)
      if (!isPrecise({ at, metres })) return field.tell(filled(texts.vague, size))
      field.setPosition({ ...at, metres }, filled(texts.about, size))
      field.tell(filled(texts.located, size))
    },
    ({ code }) => field.tell(code === DENIED ? texts.denied : texts.unavailable),
    { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: OLDEST_MS },
  )
}
