import type { Point } from '../../shared/point.ts'
import type { Boundary, Ring } from './model.ts'

/** Whether a point lies in one of the polygons and in none of its holes; on the very line it may be either. */
export const insideBoundary = (point: Point, boundary: Boundary): boolean =>
  boundary.some(
    ([outer = [], ...holes]) => insideRing(point, outer) && !holes.some((hole) => insideRing(point, hole)),
  )

/** A ray to the east crosses the ring an odd number of times. */
function insideRing({ lat, lon }: Point, ring: Ring): boolean {
  let inside = false
  for (let at = 1; at < ring.length; at += 1) {
    const [fromLon, fromLat] = ring[at - 1]!
    const [toLon, toLat] = ring[at]!
    if (fromLat > lat === toLat > lat) continue
    const crossing = fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon)
    if (lon < crossing) inside = !inside
  }
  return inside
}
