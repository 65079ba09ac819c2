/** A share of promises as people read it. `percent` is null while nothing was decided. */
export interface Share {
  percent: string | null
  counts: string
}

/** Kept of all decided, with one decimal: never rounded up to a full hundred. */
export function shareOf(kept: number, broken: number): Share {
  const decided = kept + broken
  if (decided === 0) return { percent: null, counts: 'heute noch keine' }
  const tenths = Math.floor((kept * 1000) / decided)
  const percent = (tenths / 10).toLocaleString('de-DE', { minimumFractionDigits: decided === kept ? 0 : 1 })
  return { percent: `${percent} %`, counts: `${kept} von ${decided}` }
}
