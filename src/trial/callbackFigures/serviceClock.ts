import { Temporal } from 'temporal-polyfill'
import type { ServiceHours } from '../../shared/serviceHours.ts'

/**
 * Service time as two lists that a query can search: at `edges[n]` (epoch ms, ascending) an opening begins or ends, and
 * `passed[n]` ms of service time have passed by then. Openings begin at even places.
 */
export interface ServiceClock {
  readonly edges: readonly number[]
  readonly passed: readonly number[]
}

/** @param from first local date @param to last one, both included; before and after them the clock stands still */
export function serviceClock(hours: ServiceHours, from: string, to: string): ServiceClock {
  const edges: number[] = []
  const passed: number[] = []
  let sum = 0
  const last = Temporal.PlainDate.from(to)
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const { start, end } of hours.openingsOn(day.toString())) {
      edges.push(start, end)
      passed.push(sum, sum + end - start)
      sum += end - start
    }
  }
  return { edges, passed }
}
