import type { Bounds } from '../../../city/index.ts'
import type { MapConfig } from '../../../config.ts'
import { linkTo, type Frame } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { CLOSEST, stateTexts } from '../../../reports/index.ts'
import { germanOn } from '../../germanOnly.ts'
import { FilterForm } from '../FilterForm.tsx'
import { apiQueryOf, type Filter, queryOf } from '../readAsked.ts'
import { ReportItem } from '../ReportItem.tsx'
import { publicTexts } from '../texts.ts'
import type { MapSettings } from './contract.ts'
import type { DistrictOfReports } from './groupRule.ts'
import { mapTexts } from './texts.ts'

interface MapPageProps {
  frame: Frame
  /** null: there are no pictures, only the city's boundary. */
  tiles: MapConfig | null
  bounds: Bounds
  districts: readonly DistrictOfReports[]
  /** How many stand below the map, where there are more; else null. */
  newest: number | null
  filter: Filter
  categories: readonly { id: string; name: string }[]
  now: Date
  timeZone: string
}

/** Where the released reports are: as a map where scripts run, and in words for everybody. */
export function MapPage(props: MapPageProps) {
  const { frame, districts, newest, filter, categories, now, timeZone } = props
  const { lang, assets } = frame
  const texts = mapTexts[lang]
  return (
    <Layout
      frame={frame}
      title={texts.title}
      head={assets.scripts.reportMap && <script type="module" src={assets.scripts.reportMap}></script>}
    >
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <p>
        <a href={linkTo(frame, '/meldungen', queryOf(filter))}>{texts.asList}</a>
      </p>
      <FilterForm frame={frame} action="/meldungen/karte" filter={filter} categories={categories} />
      <MapBox {...props} />
      <section class="block spaced by-street" aria-labelledby="strassen">
        <h2 id="strassen">{texts.byStreet}</h2>
        {newest !== null && <p class="muted">{texts.newest(newest)}</p>}
        {districts.length === 0 && <p>{publicTexts[lang].none}</p>}
        {districts.map(({ name, streets }) => (
          <section>
            <h3 {...(name === null ? {} : germanOn(lang))}>{name ?? texts.noDistrict}</h3>
            {streets.map((street) => (
              <>
                <h4 {...(street.name === null ? {} : germanOn(lang))}>{street.name ?? texts.noStreet}</h4>
                <ul class="results">
                  {street.reports.map((report) => (
                    <ReportItem frame={frame} report={report} now={now} timeZone={timeZone} />
                  ))}
                </ul>
              </>
            ))}
          </section>
        ))}
      </section>
      <p class="onward">
        <a href={linkTo(frame, '/melden')}>{publicTexts[lang].report}</a>
      </p>
    </Layout>
  )
}

/** Filled by the script; until then it says what it needs. */
function MapBox({ frame, tiles, bounds, filter }: MapPageProps) {
  const { lang } = frame
  const texts = mapTexts[lang]
  const settings: MapSettings = {
    tilesUrl: tiles?.tilesUrl ?? null,
    bounds,
    closest: CLOSEST,
    query: apiQueryOf(filter),
    // The number is put in where # stands.
    report: linkTo(frame, '/meldungen/NUMMER').replace('NUMMER', '#'),
    list: linkTo(frame, '/meldungen', queryOf(filter)),
    states: Object.fromEntries(Object.entries(stateTexts[lang]).map(([state, { name }]) => [state, name])),
    texts: texts.script,
  }
  return (
    <>
      <p class="block" data-map-missing>
        {texts.needsScript}
      </p>
      <div class="report-map" data-report-map={JSON.stringify(settings)} hidden>
        <p class="kern-hint">{texts.help}</p>
        <div class="map-frame">
          <section class="map-ground" aria-label={texts.label}></section>
        </div>
        <ul class="map-key">
          <li>
            <span class="map-mark map-mark--open" aria-hidden="true"></span> {texts.open}
          </li>
          <li>
            <span class="map-mark map-mark--ended" aria-hidden="true"></span> {texts.ended}
          </li>
          <li>
            <span class="map-mark map-mark--many" aria-hidden="true">
              9
            </span>{' '}
            {texts.many}
          </li>
        </ul>
        <output data-map-told></output>
        {tiles && (
          <p class="muted">
            {tiles.attribution} · {texts.from(new URL(tiles.tilesUrl).host)}
          </p>
        )}
      </div>
      <p class="muted">{texts.coarse}</p>
    </>
  )
}
