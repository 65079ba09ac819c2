import type { ServiceWish } from '../../appointments/index.ts'

/** As many as the booking takes. */
export const MOST_SERVICES = 10
export const MOST_PERSONS = 10

/**
 * The services of an address, `leistung=personalausweis.2+reisepass`, or of the form, which sends `leistung` and
 * `personen` by turns. Nothing in it is secret or personal. What cannot be read is left out.
 */
export function readWishes(services: readonly string[], persons: readonly string[]): ServiceWish[] {
  const found = new Map<string, number>()
  services.forEach((text, place) => {
    for (const word of text.split(/\s+/)) {
      const [, id, count] = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(\d{1,3}))?$/.exec(word) ?? []
      if (!id || id.length > 60) continue
      const further = found.get(id) ?? 0
      found.set(id, asPersons(further + asPersons(Number(count ?? persons[place] ?? 1))))
    }
  })
  return [...found].slice(0, MOST_SERVICES).map(([id, count]) => ({ id, persons: count }))
}

const asPersons = (count: number): number =>
  Number.isInteger(count) ? Math.min(Math.max(count, 1), MOST_PERSONS) : 1

/** The same as an address carries it. */
export const wishText = (wishes: readonly ServiceWish[]): string =>
  wishes.map(({ id, persons }) => (persons === 1 ? id : `${id}.${persons}`)).join(' ')
