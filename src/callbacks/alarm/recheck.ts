import { type Context, inTransaction } from '../../platform/context.ts'
import { emitAlarm } from './alarmEvents.ts'
import type { Condition } from './alarmModel.ts'
import { assess } from './alarmRule.ts'
import * as store from './alarmStore.ts'
import { teamsNow } from './teamsNow.ts'

/**
 * Looks at every open promise of a city again: which lie in hours in which nobody is on duty, and which the staff on duty
 * do not get to. What has changed is written down, with one event for each team it changed for.
 */
export async function recheck(ctx: Context): Promise<void> {
  const { cityId } = ctx
  await inTransaction(ctx, async (tx) => {
    const now = ctx.clock.now()
    const before = new Map((await store.conditionsNow(tx, cityId)).map((row) => [keyOf(row), row]))
    const begun: store.ConditionRow[] = []
    const counts = new Map<string, Record<Condition, number>>()
    const changed = new Set<string>()
    const teamOf = new Map<string, string>()
    for (const team of await teamsNow(tx, cityId, now)) {
      const { conditions } = assess(team, now)
      counts.set(team.id, countsOf(conditions))
      for (const { id, windowEnd } of team.promises) {
        teamOf.set(id, team.id)
        const stage = conditions.get(id)
        if (!stage) continue
        const row = { callbackId: id, windowEnd, stage }
        if (before.delete(keyOf(row))) continue
        begun.push(row)
        changed.add(team.id)
      }
    }
    const ended = [...before.values()]
    for (const { callbackId } of ended) changed.add(teamOf.get(callbackId) ?? '')
    if (begun.length > 0) await store.beginConditions(tx, cityId, begun, now)
    if (ended.length > 0) await store.endConditions(tx, cityId, ended, now)
    for (const teamId of changed) {
      // A promise that is decided by now has an event of its own.
      if (teamId === '') continue
      const { nobody, 'too-much': tooMuch } = counts.get(teamId) ?? { nobody: 0, 'too-much': 0 }
      await emitAlarm(tx, ctx, 'callback.rechecked', { id: teamId, at: now }, { nobody, tooMuch })
    }
  })
}

const keyOf = ({ callbackId, windowEnd, stage }: store.ConditionRow): string =>
  `${callbackId} ${windowEnd.getTime()} ${stage}`

function countsOf(conditions: ReadonlyMap<string, Condition>): Record<Condition, number> {
  const counts = { nobody: 0, 'too-much': 0 }
  for (const condition of conditions.values()) counts[condition] += 1
  return counts
}
