import { divIcon, type LatLngTuple, type Map as LeafletMap, type Marker, marker, popup } from 'leaflet'
import type { MapFeature } from '../../../reports/map/contract.ts'
import type { MapSettings } from '../map/contract.ts'

/** How much larger the map gets where several stand together. */
const CLOSER_BY = 2
/** As large as a finger and a pointer need. */
const PIXELS = 32

/** The points on the map. Each is a button: it opens what stands there, or makes the map larger where there is more. */
export class Marks {
  private readonly map: LeafletMap
  private readonly settings: MapSettings
  /** By what they say and where: one that stays is not drawn anew, and keeps the focus. */
  private shown: ReadonlyMap<string, Marker> = new Map()

  constructor(map: LeafletMap, settings: MapSettings) {
    this.map = map
    this.settings = settings
  }

  show(features: readonly MapFeature[]): void {
    const had = this.map.getContainer().contains(document.activeElement)
    const next = new Map<string, Marker>()
    for (const feature of features) {
      const key = JSON.stringify(feature)
      next.set(key, this.shown.get(key) ?? this.draw(feature))
    }
    for (const [key, old] of this.shown) if (!next.has(key)) old.remove()
    this.shown = next
    // Where the point with the focus is gone, the focus stays on the map.
    if (had && document.activeElement === document.body) this.map.getContainer().focus()
  }

  private draw(feature: MapFeature): Marker {
    const { count, open, reports } = feature.properties
    const kind = count > 1 ? 'many' : open > 0 ? 'open' : 'ended'
    const icon = divIcon({
      className: `map-mark map-mark--${kind}`,
      html: count > 1 ? String(count) : '',
      iconSize: [PIXELS, PIXELS],
    })
    const drawn = marker(placeOf(feature), { icon, keyboard: true }).addTo(this.map)
    const button = drawn.getElement()
    const act = (): void => (reports.length === 0 ? this.closer(feature) : this.open(feature, button))
    drawn.on('click', act)
    button?.setAttribute('aria-label', this.nameOf(feature))
    button?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      event.stopPropagation()
      act()
    })
    return drawn
  }

  private closer(feature: MapFeature): void {
    const { map, settings } = this
    map.getContainer().focus()
    map.setView(placeOf(feature), Math.min(map.getZoom() + CLOSER_BY, settings.closest))
  }

  private open(feature: MapFeature, from: HTMLElement | undefined): void {
    const content = document.createElement('div')
    content.append(...this.linesOf(feature))
    const opened = popup({ offset: [0, -PIXELS / 4], minWidth: 180, maxWidth: 220, maxHeight: 220 })
      .setLatLng(placeOf(feature))
      .setContent(content)
      .openOn(this.map)
    opened
      .getElement()
      ?.querySelector('.leaflet-popup-close-button')
      ?.setAttribute('aria-label', this.settings.texts.close)
    content.querySelector('a')?.focus()
    opened.getElement()?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.map.closePopup(opened)
    })
    opened.on('remove', () => {
      if (content.parentElement?.contains(document.activeElement) || document.activeElement === document.body)
        (from?.isConnected ? from : this.map.getContainer()).focus()
    })
  }

  private linesOf({ properties: { count, reports } }: MapFeature): HTMLElement[] {
    const { report, list, states, texts } = this.settings
    const lines = reports.map(({ number, category, state }) => {
      const link = linkTo(report.replace('#', encodeURIComponent(number)), `${category} ${number}`)
      link.lang = 'de'
      return line(link, document.createElement('br'), states[state] ?? '')
    })
    const others = count - reports.length
    return others > 0 ? [...lines, line(linkTo(list, texts.more.replace('#', String(others))))] : lines
  }

  private nameOf({ properties: { count, open, reports } }: MapFeature): string {
    const { states, texts } = this.settings
    const [only] = reports
    if (count === 1 && only) return `${only.category} ${only.number}: ${states[only.state] ?? ''}`
    const sentence = reports.length > 0 ? texts.here : texts.several
    return sentence.replace('#', String(count)).replace('#', String(open))
  }
}

const placeOf = ({ geometry }: MapFeature): LatLngTuple => {
  const [lon, lat] = geometry.coordinates
  return [lat, lon]
}

function linkTo(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = address
  link.textContent = text
  return link
}

function line(...parts: (Node | string)[]): HTMLElement {
  const made = document.createElement('p')
  made.append(...parts)
  return made
}
