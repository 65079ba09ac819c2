import type { Result } from '../../shared/result.ts'
import type { Demand } from '../model.ts'

/** What a service takes at the counter. */
export interface BookableService {
  /** Greeting, looking at the papers, paying: once per appointment. */
  readonly setupMinutes: number
  /** For each person. */
  readonly minutes: number
  /** Kinds of scarce devices that are occupied from beginning to end. */
  readonly devices: readonly string[]
}

export interface ServiceWish {
  readonly id: string
  readonly persons: number
}

export type DemandProblem = 'nothing-chosen' | 'unknown-service' | 'persons'

/**
 * What services for so many persons need: the longest set-up of the chosen services once, plus the minutes of
 * each service for each person, exact to the minute. A service named twice counts for the sum of its persons.
 */
export function demandOf(
  wishes: readonly ServiceWish[],
  catalogue: ReadonlyMap<string, BookableService>,
): Result<Demand, DemandProblem> {
  if (wishes.length === 0)
    return { ok: false, cause: 'nothing-chosen', message: 'Bitte wählen Sie mindestens eine Leistung.' }
  const devices = new Set<string>()
  let setup = 0
  let minutes = 0
  for (const { id, persons } of wishes) {
    const service = catalogue.get(id)
    if (!service)
      return {
        ok: false,
        cause: 'unknown-service',
        message: 'Für diese Leistung können keine Termine gebucht werden.',
      }
    if (!Number.isInteger(persons) || persons < 1)
      return {
        ok: false,
        cause: 'persons',
        message: 'Bitte geben Sie an, für wie viele Personen: mindestens 1.',
      }
    setup = Math.max(setup, service.setupMinutes)
    minutes += service.minutes * persons
    for (const kind of service.devices) devices.add(kind)
  }
  const serviceIds = [...new Set(wishes.map(({ id }) => id))].toSorted()
  return { ok: true, value: { serviceIds, devices: [...devices].toSorted(), minutes: setup + minutes } }
}
