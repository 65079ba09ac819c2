import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { invalid } from '../platform/problems.ts'
import { minuteOfDay, weekProblems } from '../shared/serviceWeek.ts'
import type { OpeningView } from './contract.ts'
import { emit } from './events.ts'
import * as store from './store.ts'

/**
 * Replaces the whole week; counts at once.
 * @throws Problem 422 with a sentence at `hours.INDEX.FIELD` for each opening that cannot be
 */
export async function changeHours(ctx: StaffContext, week: readonly OpeningView[]): Promise<void> {
  requireRole(ctx, 'admin')
  const problems = weekProblems(week)
  if (problems.length > 0) {
    throw invalid(
      Object.fromEntries(problems.map(({ index, field, message }) => [`hours.${index}.${field}`, message])),
    )
  }
  const rows = week.map(({ weekday, opens, closes }) => ({
    weekday,
    opens: minuteOfDay(opens) ?? 0,
    closes: minuteOfDay(closes) ?? 0,
  }))
  await inTransaction(ctx, async (tx) => {
    await store.replaceHours(tx, ctx.cityId, rows)
    await emit(tx, ctx, 'hours.changed', { id: ctx.cityId }, {})
  })
}
