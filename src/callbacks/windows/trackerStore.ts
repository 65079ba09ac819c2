import type { Reader, Tx } from '../../platform/db/connect.ts'
import { FIRST_THETA } from './trackerRule.ts'

/** What a team's tracker learnt, locked until the transaction ends: promises that are decided at once move it one after the other. */
export async function lockTheta(tx: Tx, cityId: string, teamId: string, now: Date): Promise<number> {
  await tx
    .insertInto('callback_tracker')
    .values({ city_id: cityId, team_id: teamId, theta: FIRST_THETA, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('callback_tracker')
    .select('theta')
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.theta
}

export async function saveTheta(
  tx: Tx,
  cityId: string,
  teamId: string,
  theta: number,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('callback_tracker')
    .set({ theta, updated_at: now })
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .execute()
}

/** What was foreseen for a promise: by when, and how careful that was. */
export interface Foreseen {
  teamId: string
  theta: number
  expectedBy: Date | null
}

export async function insertForecast(
  tx: Tx,
  cityId: string,
  callbackId: string,
  { teamId, theta, expectedBy }: Foreseen,
): Promise<void> {
  await tx
    .insertInto('callback_forecast')
    .values({
      city_id: cityId,
      callback_id: callbackId,
      team_id: teamId,
      theta,
      expected_by: expectedBy,
    })
    .execute()
}

/** Whose tracker a promise moves; null when none, or it did already. */
export async function trackedTeam(tx: Tx, cityId: string, callbackId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('callback_forecast')
    .select('team_id')
    .where('city_id', '=', cityId)
    .where('callback_id', '=', callbackId)
    .where('missed', 'is', null)
    .executeTakeFirst()
  return row?.team_id ?? null
}

export async function decideForecast(
  tx: Tx,
  cityId: string,
  callbackId: string,
  decision: { missed: boolean; theta: number; at: Date },
): Promise<void> {
  await tx
    .updateTable('callback_forecast')
    .set({ missed: decision.missed, theta_after: decision.theta, decided_at: decision.at })
    .where('city_id', '=', cityId)
    .where('callback_id', '=', callbackId)
    .execute()
}

/** A promise that the citizen moved says nothing of what was foreseen. */
export async function deleteForecast(tx: Tx, cityId: string, callbackId: string): Promise<void> {
  await tx
    .deleteFrom('callback_forecast')
    .where('city_id', '=', cityId)
    .where('callback_id', '=', callbackId)
    .where('missed', 'is', null)
    .execute()
}

/** How the last promises of a team that moved its tracker ended. */
export async function lastDecided(
  reader: Reader,
  cityId: string,
  teamId: string,
  count: number,
): Promise<{ decided: number; missed: number }> {
  const rows = await reader
    .selectFrom('callback_forecast')
    .select('missed')
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .where('missed', 'is not', null)
    .orderBy('decided_at', 'desc')
    .limit(count)
    .execute()
  return { decided: rows.length, missed: rows.filter(({ missed }) => missed).length }
}
