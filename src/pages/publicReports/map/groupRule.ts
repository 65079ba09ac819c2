import type { PublicReport } from '../../../reports/index.ts'

interface StreetOfReports {
  /** null: where no street of the city's list is known. */
  name: string | null
  reports: readonly PublicReport[]
}

export interface DistrictOfReports {
  /** null: of all streets whose district nobody can tell. */
  name: string | null
  streets: readonly StreetOfReports[]
}

const order = new Intl.Collator('de').compare
/** What has no name comes last. */
const byName = (a: { name: string | null }, b: { name: string | null }): number =>
  a.name === null || b.name === null
    ? Number(a.name === null) - Number(b.name === null)
    : order(a.name, b.name)

/**
 * Reports by district and street, both as people look them up; within a street as they came.
 * @param districts in which one a street is
 */
export function groupByStreet(
  reports: readonly PublicReport[],
  districts: ReadonlyMap<string, string>,
): DistrictOfReports[] {
  const streets = [...Map.groupBy(reports, ({ street }) => street)].map(([name, found]) => ({
    name,
    reports: found,
  }))
  const found = Map.groupBy(streets, ({ name }) => (name === null ? null : (districts.get(name) ?? null)))
  return [...found].map(([name, within]) => ({ name, streets: within.toSorted(byName) })).toSorted(byName)
}
