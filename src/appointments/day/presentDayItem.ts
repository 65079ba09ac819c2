import { laneBesidePlan } from '../model.ts'
import type { DayItem } from './contract.ts'
import type { DayRow } from './dayListStore.ts'
import { noShowFrom } from './dayRule.ts'

export function presentDayItem(row: DayRow, names: ReadonlyMap<string, string>): DayItem {
  const { id, reference, name, state, counter, needsAttention, squeezedBecause } = row
  return {
    id,
    reference,
    name,
    services: row.services.map((service) => ({
      name: names.get(service.id) ?? service.id,
      persons: service.persons,
    })),
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    minutes: (row.end.getTime() - row.start.getTime()) / 60_000,
    state,
    counter,
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    noShowFrom: new Date(noShowFrom(row.start.getTime())).toISOString(),
    needsAttention,
    squeezedBecause,
    besidePlan: row.lane === laneBesidePlan(id),
  }
}
