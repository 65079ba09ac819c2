import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { Measured } from './lengthStore.ts'

/** What stands in the tables about a team; null where nothing was written yet. */
export interface KeptFacts extends Measured {
  roster: boolean
  /** The administrator's number. */
  perHour: number | null
  theta: number | null
}

/** All of a team that does not depend on the day, in one statement: every offer of windows begins with it. */
export async function factsOf(
  reader: Reader,
  cityId: string,
  teamId: string,
  serviceId: string | null,
): Promise<KeptFacts> {
  const team = sql`city_id = ${cityId}::text and team_id = ${teamId}::uuid`
  const length = sql`select json_build_object('weight', weight, 'meanMs', mean_ms, 'variance', variance)
    from callback_length where ${team}`
  const { rows } = await sql<KeptFacts>`
    select
      (${length} and service_id is null) as team,
      (${length} and service_id = ${serviceId}::text) as service,
      exists (select from roster where ${team}) as roster,
      (select callbacks_per_hour from team where city_id = ${cityId}::text and id = ${teamId}::uuid) as "perHour",
      (select theta from callback_tracker where ${team}) as theta`.execute(reader)
  return rows[0] ?? { team: null, service: null, roster: false, perHour: null, theta: null }
}
