import type { ReportState } from '../model.ts'

/** A report as everybody may see it: no name, no address of a person, no word that staff wrote. */
export interface PublicReport {
  caseId: string
  number: string
  state: ReportState
  categoryId: string
  category: string
  description: string
  place: string | null
  /** Of the city's list, without a number. */
  street: string | null
  /** Then place and coordinates are coarse. */
  isPrivate: boolean
  lat: number | null
  lon: number | null
  requestedAt: Date
  updatedAt: Date
  expectedAt: Date
  /** The first of its photos that everybody may see. */
  photoId: string | null
}

export const FORMATS = ['xml', 'json'] as const
export type Format = (typeof FORMATS)[number]
