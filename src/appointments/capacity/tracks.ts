/** Something that lasts from minute to minute and stands on a track (a lane, a device unit); null: on none yet. */
export interface Running {
  readonly from: number
  readonly to: number
  readonly track: number | null
}

/**
 * The track that is free the whole time and leaves the smallest gap around it; null when none is. Of equal gaps the
 * first track. `within` is the stretch in which the tracks work.
 */
export function smallestGap(
  tracks: readonly number[],
  running: readonly Running[],
  wish: { readonly from: number; readonly to: number },
  within: { readonly from: number; readonly to: number },
): { track: number; gap: number } | null {
  let best: { track: number; gap: number } | null = null
  for (const track of tracks) {
    let { from, to } = within
    for (const one of running) {
      if (one.track !== track) continue
      if (one.to <= wish.from) from = Math.max(from, one.to)
      else to = Math.min(to, one.from)
    }
    if (from > wish.from || to < wish.to) continue
    const gap = to - from - (wish.to - wish.from)
    if (!best || gap < best.gap) best = { track, gap }
  }
  return best
}

/**
 * Lays everything on tracks so that nothing overlaps, by its start; who can stay stays. Always possible when never more
 * run at once than there are tracks (interval graphs are perfect: at each start one track is free, and any will do).
 * The answer is by place in `running`; null when there are too few tracks.
 */
export function layOnTracks(tracks: readonly number[], running: readonly Running[]): number[] | null {
  const order = running.map((_, index) => index).sort((a, b) => before(running[a]!, running[b]!))
  const freeFrom = new Map(tracks.map((track) => [track, -Infinity]))
  const laid: number[] = Array.from(running, () => -1)
  for (const [place, index] of order.entries()) {
    const one = running[index]!
    const later = order.slice(place + 1).map((other) => running[other]!)
    const isFree = (track: number): boolean => (freeFrom.get(track) ?? Infinity) <= one.from
    const track =
      one.track !== null && isFree(one.track) ? one.track : leastWanted(tracks.filter(isFree), one, later)
    if (track === null) return null
    laid[index] = track
    freeFrom.set(track, one.to)
  }
  return laid
}

/** By start; of those that start together first who has a track, so that nobody is pushed off it needlessly. */
function before(a: Running, b: Running): number {
  return a.from - b.from || Number(a.track === null) - Number(b.track === null) || b.to - a.to
}

/** The track whose own next appointment just does not mind; when all do, the one that is needed last. */
function leastWanted(free: readonly number[], one: Running, later: readonly Running[]): number | null {
  let best: { track: number; next: number } | null = null
  for (const track of free) {
    const next = later.find((other) => other.track === track)?.from ?? Infinity
    const better = !best || (best.next < one.to ? next > best.next : next >= one.to && next < best.next)
    if (better) best = { track, next }
  }
  return best?.track ?? null
}
