/** The largest photo as it is sent, in bytes. */
export const MOST_BYTES = 10 * 1024 * 1024
/** Of one report. */
export const MOST_PHOTOS = 5
/** A whole form with so many photos, and what is typed. */
export const MOST_FORM_BYTES = MOST_PHOTOS * MOST_BYTES + 512 * 1024
/** Longest sides in pixels: enough to see a crack in the pavement, and enough for a list. */
export const LARGE_SIDE = 2560
export const SMALL_SIDE = 480

/** Why a photo is not taken. */
export type PhotoFault =
  | 'empty'
  | 'too-large'
  | 'heic'
  | 'avif'
  | 'svg'
  | 'gif'
  | 'pdf'
  | 'unknown'
  | 'too-many-pixels'
  | 'broken'
  | 'too-slow'

/** A photo as it is kept: both are JPEG that we wrote, upright, with nothing in them but the picture. */
export interface TakenPhoto {
  large: Buffer
  small: Buffer
  /** Of the large one, in pixels. */
  width: number
  height: number
}

/** A photo in a list. */
export interface SmallPhoto {
  id: string
  small: Buffer
}

/** Which photo of which report. */
export interface WhichPhoto {
  caseId: string
  id: string
}

/** What of a photo is left: the large one may be gone. */
export interface Pictures {
  large: Buffer | null
  small: Buffer
}
