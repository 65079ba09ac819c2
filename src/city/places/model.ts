import type { Point } from '../../shared/point.ts'

/** A street, as far as it has one postcode and lies in one district. */
export interface Street {
  id: number
  name: string
  key: string
  /** Five digits, or '' where the list names none. */
  postcode: string
  district: string
  /** Where the list says it. */
  at: Point | null
}

/** A place of the city's list. */
export interface Place {
  /** As people read it, and as the search finds exactly this one: 'Hauptstraße 5a, 44532 Mitte'. */
  label: string
  street: string
  /** '5a'; null: the street as a whole. */
  houseNumber: string | null
  at: Point | null
}

export type Position = readonly [lon: number, lat: number]
/** The outer one first, then its holes; the last position is the first again. */
export type Ring = readonly Position[]
export type Polygon = readonly Ring[]
/** Where a city ends, as in GeoJSON's MultiPolygon. */
export type Boundary = readonly Polygon[]
