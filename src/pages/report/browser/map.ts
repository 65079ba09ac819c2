import 'leaflet/dist/leaflet.css'
import { control, type LatLng, map as createMap, tileLayer } from 'leaflet'
import type { PlaceNear } from '../../../city/places/contract.ts'
import { ask, filled, type PlaceField } from './placeField.ts'

const PAUSE_MS = 300
/** An arrow key moves the ground so many pixels: about 12 m at the size in which houses are seen. */
const STEP_PIXELS = 20
const LARGEST = 19
const HOUSES = 17

/** Draws the map; the crosshair stays in its middle, and what lies under it is said aloud. */
export function drawMap(ground: HTMLElement, take: HTMLElement, field: PlaceField): void {
  const { tilesUrl, bounds } = JSON.parse(ground.dataset['map'] ?? '{}')
  const map = createMap(ground, {
    attributionControl: false,
    zoomControl: false,
    keyboardPanDelta: STEP_PIXELS,
    // Who asked for less motion gets none.
    zoomAnimation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    scrollWheelZoom: 'center',
    maxZoom: LARGEST,
  })
  const { closer, farther } = field.texts
  control.zoom({ zoomInTitle: closer, zoomOutTitle: farther }).addTo(map)
  map.fitBounds(bounds)
  tileLayer(tilesUrl, { maxZoom: LARGEST, referrerPolicy: 'no-referrer' }).addTo(map)
  const under = new UnderCrosshair(field)
  map.on('moveend', () => under.later(map.getCenter()))
  map.on('click', ({ latlng }) => {
    map.setView(latlng, Math.max(map.getZoom(), HOUSES))
  })
  const takeIt = (): void => void under.take(map.getCenter())
  take.addEventListener('click', takeIt)
  ground.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== ground) return
    event.preventDefault()
    takeIt()
  })
}

/** Which address is under the crosshair, told a moment after it has stopped. */
class UnderCrosshair {
  private readonly field: PlaceField
  private timer = 0
  private running = new AbortController()

  constructor(field: PlaceField) {
    this.field = field
  }

  later(at: LatLng): void {
    const signal = this.next()
    this.timer = window.setTimeout(async () => {
      const words = await this.wordsFor(at, signal)
      if (words !== null) this.field.tell(words.sentence)
    }, PAUSE_MS)
  }

  /** Also without an answer it counts: the server looks again when the report is sent. */
  async take(at: LatLng): Promise<void> {
    const { texts } = this.field
    const words = await this.wordsFor(at, this.next())
    if (words?.outside) return this.field.tell(words.sentence)
    const sentence = words?.sentence ?? inDegrees(at)
    this.field.setPosition({ lat: at.lat, lon: at.lng, metres: 0 }, filled(texts.pointed, sentence))
    this.field.tell(filled(texts.taken, sentence))
  }

  private next(): AbortSignal {
    clearTimeout(this.timer)
    this.running.abort()
    this.running = new AbortController()
    return this.running.signal
  }

  private async wordsFor(
    at: LatLng,
    signal: AbortSignal,
  ): Promise<{ sentence: string; outside: boolean } | null> {
    const { texts } = this.field
    const { lat, lng: lon } = at.wrap()
    const answer = await ask<PlaceNear>('/api/v1/places/near', { lat, lon }, signal)
    if (!answer) return null
    if (!answer.inCity) return { sentence: texts.outside, outside: true }
    const { near } = answer
    return { sentence: near ? filled(texts.near, near.label) : texts.nowhere, outside: false }
  }
}

const inDegrees = ({ lat, lng }: LatLng): string => `${lat.toFixed(5)}, ${lng.toFixed(5)}`
