import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Platform } from '../platform/context.ts'
import { figuresFromTables } from './figuresFromTables.ts'
import { localDay } from './localDay.ts'
import * as store from './store.ts'

/**
 * What a monitoring system may read: the process, and today's figures of every city as counts. No personal data.
 * Worked out anew at each request.
 */
export function createMetrics(platform: Platform): { text(): Promise<string>; contentType: string } {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const figures = new Gauge({
    name: 'freizeichen_today',
    help: 'Figures of the current local day by city; docs/figures.md defines each',
    labelNames: ['city', 'figure'],
    registers: [registry],
  })
  return {
    contentType: registry.contentType,
    async text() {
      figures.reset()
      for (const city of await store.cities(platform.db)) await fill(platform, figures, city)
      return registry.metrics()
    },
  }
}

async function fill(
  platform: Platform,
  gauge: Gauge<'city' | 'figure'>,
  city: { id: string; timeZone: string },
): Promise<void> {
  const today = localDay(platform.clock.now(), city.timeZone)
  const { calls, waits, cases, callbacks, proposals } = await figuresFromTables(platform.db, city, today)
  for (const [group, values] of Object.entries({ calls, waits, cases, callbacks, proposals }))
    for (const [name, value] of Object.entries(values))
      gauge.set({ city: city.id, figure: `${group}_${name}` }, value)
}
