import { namesOf } from '../people/index.ts'
import type { Reader } from '../platform/db/connect.ts'

/** Who may work the reports of a team, by name. */
export async function membersOf(
  reader: Reader,
  cityId: string,
  teamId: string,
): Promise<{ id: string; name: string }[]> {
  const staff = await namesOf(reader, cityId)
  return staff
    .filter(({ role, teamIds }) => role !== 'agent' && teamIds.includes(teamId))
    .map(({ id, name }) => ({ id, name }))
}
