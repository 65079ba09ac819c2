import type { Bounds } from '../../../city/index.ts'
import type { MapScriptTexts } from './texts.ts'

/** What the page tells its script. */
export interface MapSettings {
  tilesUrl: string | null
  bounds: Bounds
  /** The largest size of the map. */
  closest: number
  /** What else is asked of the interface for other programs: the filter. */
  query: Readonly<Record<string, string>>
  /** The address of a report's page, with # for its number. */
  report: string
  list: string
  /** The names of the states. */
  states: Readonly<Record<string, string>>
  texts: MapScriptTexts
}
