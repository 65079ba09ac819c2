import { Temporal } from 'temporal-polyfill'
import { serviceHoursOf } from '../../city/index.ts'
import { asSystem, type Context, inTransaction, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { emitCallback } from '../events.ts'
import { onDuty, presencesOf } from '../roster/index.ts'
import { type Duty, standInFor, type StandIn } from './standInRule.ts'
import * as store from './standInStore.ts'

/** Looks after every callback with a named person: whoever is away is stood in for, and whoever is back has it again. */
export async function sweepStandIns(platform: Platform): Promise<void> {
  for (const cityId of await store.citiesWithNamed(platform.db)) {
    try {
      await standIn(asSystem(platform, cityId))
    } catch (error) {
      platform.log.error({ err: error, city: cityId }, 'absent owners could not be looked after')
    }
  }
}

/** The same for one city. */
export async function standIn(ctx: Context): Promise<void> {
  const rows = await store.namedWork(ctx.db, ctx.cityId)
  const now = ctx.clock.now()
  const people = [...new Set(rows.flatMap((row) => [row.personId, row.deputyId ?? []].flat()))]
  const duties = new Map<string, Duty>()
  for (const person of people) duties.set(person, await dutyOf(ctx, person, now))
  for (const row of rows) {
    const wanted = standInFor(
      { ...row, dueUntil: row.dueUntil.getTime(), takenAt: row.takenAt?.getTime() ?? null },
      (id) => duties.get(id) ?? { there: true },
      () => row.deputyId,
      now.getTime(),
    )
    if (!isSo(row, wanted)) await inTransaction(ctx, (tx) => change(tx, ctx, row, wanted))
  }
}

const isSo = (row: store.NamedRow, wanted: StandIn | null): boolean =>
  (row.awayUntil?.getTime() ?? null) === (wanted?.awayUntil ?? null) &&
  row.standInId === (wanted?.deputyId ?? null)

async function change(tx: Tx, ctx: Context, row: store.NamedRow, wanted: StandIn | null): Promise<void> {
  const awayUntil = wanted && new Date(wanted.awayUntil)
  const standInId = wanted?.deputyId ?? null
  // Somebody may have taken or finished it since it was read: then this is no matter any more.
  if (!(await store.writeStandIn(tx, ctx.cityId, row, { awayUntil, standInId }))) return
  const subject = { id: row.id, caseId: row.caseId }
  const { personId } = row
  if (!wanted) await emitCallback(tx, ctx, 'callback.person-back', subject, { personId })
  else await emitCallback(tx, ctx, 'callback.stood-in', subject, { personId, standInId })
}

/** On duty, or when they are today. Whom no roster names is there. */
async function dutyOf(ctx: Context, accountId: string, now: Date): Promise<Duty> {
  if ((await onDuty(ctx.db, ctx.cityId, accountId, now)) !== false) return { there: true }
  const rest = { start: now.getTime(), end: await endOfDay(ctx, now) }
  const starts: number[] = []
  for (const teamId of await store.teamsOf(ctx.db, ctx.cityId, accountId)) {
    const presences = await presencesOf(ctx.db, ctx.cityId, teamId, rest)
    starts.push(...presences.filter((one) => one.accountId === accountId).map(({ start }) => start))
  }
  return { there: false, back: Math.min(rest.end, ...starts) }
}

async function endOfDay(ctx: Context, now: Date): Promise<number> {
  const { timeZone } = await serviceHoursOf(ctx.db, ctx.cityId)
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  return local.startOfDay().add({ days: 1 }).epochMilliseconds
}
