import { z } from 'zod'
import { gateProblems } from '../../appointments/index.ts'
import { docOf } from '../../platform/http/apiWords.ts'
import type { ApiDoc } from '../../platform/http/apiDoc.ts'
import { CLOSEST, mapInput, mapView, type MapView, PART } from './contract.ts'

/** As it stands in an address; `mapInput` reads it. */
const query = z.object({
  bbox: z.string().meta({ description: 'West, Süd, Ost und Nord in Grad (WGS 84), durch Kommas getrennt.' }),
  zoom: z
    .int()
    .min(0)
    .max(CLOSEST)
    .meta({ description: 'Wie groß die Karte ist, wie in den Adressen von Kartenbildern.' }),
  category: mapInput.shape.category.meta({ description: 'Nur diese Kategorie.' }),
  state: mapInput.shape.state.meta({ description: 'Nur Meldungen ohne oder nur solche mit Antwort.' }),
})

const EXAMPLE: MapView = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [7.5286, 51.6165] },
      properties: {
        count: 1,
        open: 1,
        reports: [{ number: 'LU-119-0R6', category: 'Straße und Gehweg', state: 'in-work' }],
      },
    },
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [7.541203, 51.610377] },
      properties: { count: 14, open: 3, reports: [] },
    },
  ],
}

export const mapDoc: ApiDoc = docOf(
  {
    id: 'readReportMap',
    group: 'Meldungen',
    summary: 'Wo öffentlich gezeigte Meldungen sind',
    details:
      'Nahe beieinander liegende sind zusammengezählt, in festen Feldern von 64 Pixeln; höchstens 500 Felder, jedes ganz gezählt, das der Ausschnitt berührt. `reports` nennt die neuesten zehn dort, wo eine größere Karte sie nicht trennen würde. Auf privatem Grund steht ein Punkt in der Mitte eines Feldes von 250 m. Antworten sind bei jeder Verwendung neu zu prüfen (`Cache-Control: no-cache`): Eine Meldung, die nicht mehr gezeigt wird, fehlt sofort.',
    queryExample: 'bbox=7.4,51.5,7.6,51.7&zoom=13',
    headers: { 'If-None-Match': { description: 'Das `ETag` der letzten Antwort.', example: '"3q2-7w"' } },
    answer: 'GeoJSON (RFC 7946): Punkte mit einer oder mehreren Meldungen.',
    answerExample: EXAMPLE,
    problems: [
      {
        status: 422,
        code: 'invalid',
        title: PART,
        when: 'Ausschnitt, Größe, Kategorie oder Stand fehlen oder haben keine gültige Form.',
        fields: { bbox: PART },
      },
      ...gateProblems.read,
    ],
  },
  { query },
  { status: 200, name: 'ReportMap', schema: mapView, headers: { ETag: 'Für `If-None-Match`.' } },
  { status: 304, description: 'Seit der Antwort mit diesem `ETag` hat sich nichts geändert.' },
)
