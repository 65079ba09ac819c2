import 'leaflet/dist/leaflet.css'
import { control, geoJSON, type Map as LeafletMap, map as createMap, tileLayer } from 'leaflet'
import type { MapView } from '../../../reports/map/contract.ts'
import type { MapSettings } from '../map/contract.ts'
import { Marks } from './marks.ts'

/** A map that is moved asks when it has stood still so long. */
const PAUSE_MS = 150
/** A little more than the picture, so that what stands at its edge is counted whole. */
const MARGIN = 0.15
const WORLD = { lat: 85, lon: 180 }

/** Draws the map and keeps what is on it true to what is in the picture. */
export function drawReports(ground: HTMLElement, told: HTMLElement, settings: MapSettings): void {
  const { tilesUrl, bounds, closest, texts } = settings
  const map = createMap(ground, {
    attributionControl: false,
    zoomControl: false,
    maxZoom: closest,
    maxBounds: [
      [-WORLD.lat, -WORLD.lon],
      [WORLD.lat, WORLD.lon],
    ],
    // Who asked for less motion gets none.
    zoomAnimation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    // The page scrolls over it.
    scrollWheelZoom: false,
  })
  control.zoom({ zoomInTitle: texts.closer, zoomOutTitle: texts.farther }).addTo(map)
  const [southWest, northEast] = bounds
  map.fitBounds([[...southWest], [...northEast]])
  if (tilesUrl !== null) tileLayer(tilesUrl, { maxZoom: closest, referrerPolicy: 'no-referrer' }).addTo(map)
  void drawBoundary(map, tilesUrl === null ? '' : 'map-boundary--on-pictures')
  const marks = new Marks(map, settings)
  let timer = 0
  let running = new AbortController()
  const load = async (): Promise<void> => {
    running.abort()
    running = new AbortController()
    const found = await reportsIn(map, settings.query, running.signal)
    if (found === 'newer') return
    if (found === null) {
      told.textContent = texts.lost
      return
    }
    marks.show(found.features)
    const count = found.features.reduce((sum, { properties }) => sum + properties.count, 0)
    told.textContent = count === 0 ? texts.none : texts.shown.replace('#', String(count))
  }
  map.on('moveend', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void load(), PAUSE_MS)
  })
  void load()
}

/** Where the city ends; a city that has told no boundary has none on its map. */
async function drawBoundary(map: LeafletMap, looks: string): Promise<void> {
  const answer = await fetch('/api/v1/boundary').catch(() => null)
  if (!answer?.ok) return
  geoJSON(await answer.json(), { interactive: false, style: { className: `map-boundary ${looks}` } }).addTo(
    map,
  )
}

/** What stands in the picture; null when the server does not say, 'newer' when something else was asked meanwhile. */
async function reportsIn(
  map: LeafletMap,
  filter: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<MapView | null | 'newer'> {
  const part = map.getBounds().pad(MARGIN)
  const within = (degrees: number, most: number): string =>
    Math.min(Math.max(degrees, -most), most).toFixed(5)
  const bbox = [
    within(part.getWest(), WORLD.lon),
    within(part.getSouth(), WORLD.lat),
    within(part.getEast(), WORLD.lon),
    within(part.getNorth(), WORLD.lat),
  ].join(',')
  const query = new URLSearchParams({ bbox, zoom: String(Math.round(map.getZoom())), ...filter })
  try {
    const answer = await fetch(`/api/v1/reports/map?${query.toString()}`, { signal })
    return answer.ok ? ((await answer.json()) satisfies MapView) : null
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return 'newer'
    if (error instanceof TypeError) return null
    throw error
  }
}
