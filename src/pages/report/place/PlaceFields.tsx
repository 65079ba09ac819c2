import type { Bounds } from '../../../city/index.ts'
import type { MapConfig } from '../../../config.ts'
import type { FieldErrors } from '../../../platform/ui/ErrorSummary.tsx'
import type { PageLanguage } from '../../../platform/ui/language.ts'
import { TextField } from '../../../platform/ui/TextField.tsx'
import type { Category } from '../../../reports/index.ts'
import type { Draft } from '../keep.ts'
import { reportTexts } from '../texts.ts'
import { readPosition } from './readPositionRule.ts'
import { placeTexts } from './texts.ts'

interface PlaceFieldsProps {
  category: Category
  draft: Draft
  errors: FieldErrors
  lang: PageLanguage
  map: PlaceMap | null
}

/** The map that this form offers. */
export interface PlaceMap extends MapConfig {
  bounds: Bounds
}

/** Where it is: an address or words, the position that a device gave, and whether it is private ground. */
export function PlaceFields({ category, draft, errors, lang, map }: PlaceFieldsProps) {
  const { form } = reportTexts[lang]
  const texts = placeTexts[lang]
  const position = readPosition(draft.position)
  return (
    <div class="place" data-place={JSON.stringify(texts.script)}>
      <TextField
        id="place"
        label={category.place === 'needed' ? form.place : `${form.place} ${form.optional}`}
        hint={form.placeHint}
        value={draft.place}
        errors={errors}
        width="long"
        attributes={{ type: 'text', autocomplete: 'off', maxlength: 300 }}
      />
      <div class="place-tools" data-place-tools hidden>
        <button class="kern-btn kern-btn--secondary" type="button" data-locate>
          <span class="kern-label">{texts.script.locate}</span>
        </button>
        {map && <MapButton map={map} lang={lang} />}
      </div>
      <output class="kern-hint" data-place-told></output>
      {map && <MapBox map={map} lang={lang} />}
      <Check
        id="position"
        value={position ? draft.position : ''}
        checked={position !== null}
        hidden={position === null}
        label={texts.position}
        hint={position ? texts.precision(position.metres) : ''}
      />
      <Check
        id="privat"
        value="ja"
        checked={draft.isPrivate}
        label={texts.private}
        hint={texts.privateHint}
      />
    </div>
  )
}

const MapButton = ({ map, lang }: { map: PlaceMap; lang: PageLanguage }) => (
  <>
    <button
      class="kern-btn kern-btn--secondary"
      type="button"
      data-open-map={placeTexts[lang].map.open}
      data-close-map={placeTexts[lang].map.close}
      aria-expanded="false"
      aria-controls="karte"
      aria-describedby="karte-hinweis"
    >
      <span class="kern-label">{placeTexts[lang].map.open}</span>
    </button>
    <p class="kern-hint" id="karte-hinweis">
      {placeTexts[lang].map.from(new URL(map.tilesUrl).host)}
    </p>
  </>
)

/** Filled by the script when somebody opens it. */
function MapBox({ map, lang }: { map: PlaceMap; lang: PageLanguage }) {
  const texts = placeTexts[lang].map
  return (
    <div class="map" id="karte" hidden>
      <p class="kern-hint">{texts.help}</p>
      <div class="map-frame">
        <div
          class="map-ground"
          data-map={JSON.stringify({ tilesUrl: map.tilesUrl, bounds: map.bounds })}
          role="application"
          aria-label={texts.label}
        ></div>
        <span class="crosshair" aria-hidden="true"></span>
      </div>
      <p class="muted">{map.attribution}</p>
      <button class="kern-btn kern-btn--primary" type="button" data-take>
        <span class="kern-label">{texts.take}</span>
      </button>
    </div>
  )
}

interface CheckProps {
  /** Also the name that is sent. */
  id: string
  value: string
  checked: boolean
  hidden?: boolean
  label: string
  hint: string
}

const Check = ({ id, value, checked, hidden = false, label, hint }: CheckProps) => (
  <div class="check" hidden={hidden}>
    <div class="kern-form-check">
      <input
        class="kern-form-check__checkbox"
        type="checkbox"
        id={id}
        name={id}
        value={value}
        checked={checked}
        aria-describedby={`${id}-hinweis`}
      />
      <label class="kern-label" for={id}>
        {label}
      </label>
    </div>
    <p class="kern-hint" id={`${id}-hinweis`}>
      {hint}
    </p>
  </div>
)
