import 'leaflet/dist/leaflet.css'
import { circleMarker, control, map as createMap, tileLayer } from 'leaflet'
import { useEffect, useRef } from 'react'
import './place.css'

const HOUSES = 17
const LARGEST = 19

interface Props {
  map: { tilesUrl: string; attribution: string }
  at: { lat: number; lon: number }
  /** What stands there, for those who do not see it. */
  label: string
}

/** A map with one spot on it; the address beside it says the same in words. */
export default function PlaceMap({ map: { tilesUrl, attribution }, at: { lat, lon }, label }: Props) {
  const ground = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!ground.current) return
    const drawn = createMap(ground.current, {
      attributionControl: false,
      zoomControl: false,
      scrollWheelZoom: false,
      maxZoom: LARGEST,
    }).setView([lat, lon], HOUSES)
    control.zoom({ zoomInTitle: 'Karte größer', zoomOutTitle: 'Karte kleiner' }).addTo(drawn)
    tileLayer(tilesUrl, { maxZoom: LARGEST, referrerPolicy: 'no-referrer' }).addTo(drawn)
    circleMarker([lat, lon], { radius: 10, color: '#b00020', weight: 4, interactive: false }).addTo(drawn)
    return () => void drawn.remove()
  }, [tilesUrl, lat, lon])
  return (
    <figure className="place-map">
      <div ref={ground} role="application" aria-label={`Karte: ${label}`} className="place-map__ground" />
      <figcaption className="muted">{attribution}</figcaption>
    </figure>
  )
}
