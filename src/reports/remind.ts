import { serviceHoursOf } from '../city/index.ts'
import { asSystem, inTransaction, type Platform } from '../platform/context.ts'
import { repeat } from '../platform/jobs/repeat.ts'
import { emitReport } from './events.ts'
import * as store from './store.ts'
import { tellReport } from './tell/tellReport.ts'

const EVERY_MS = 60_000
/** With less service time left, whoever reported learns that it may take longer: half a day. */
export const REMINDED_BEFORE_MS = 4 * 3_600_000
/** So far ahead half a day of service time can lie: over the longest row of holidays. */
const LOOK_AHEAD_MS = 14 * 86_400_000

/**
 * Tells everybody whose answer is due within half a day of service time that we have not forgotten them, once for each
 * due time, in all cities. @returns of how many reports
 */
export async function remindReporters(platform: Platform): Promise<number> {
  const now = platform.clock.now()
  const soon = await store.dueSoon(platform.db, {
    from: now,
    until: new Date(now.getTime() + LOOK_AHEAD_MS),
  })
  let reminded = 0
  for (const { cityId, caseId, dueAt } of soon) {
    const hours = await serviceHoursOf(platform.db, cityId)
    if (hours.between(now, dueAt) > REMINDED_BEFORE_MS) continue
    if (await remind(platform, cityId, caseId, dueAt)) reminded += 1
  }
  return reminded
}

function remind(platform: Platform, cityId: string, caseId: string, dueAt: Date): Promise<boolean> {
  const ctx = asSystem(platform, cityId)
  return inTransaction(ctx, async (tx) => {
    if (!(await store.setReminded(tx, cityId, caseId, dueAt))) return false
    const told = await tellReport(tx, ctx, caseId, { notice: 'reminder', of: caseId, dueAt })
    await emitReport(tx, ctx, 'report.reminded', { id: caseId, caseId }, { dueAt: dueAt.toISOString(), told })
    return true
  })
}

/** Does so now and every minute. @returns how to stop it */
export const startRemindingReporters = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, EVERY_MS, 'reminder of reports', () => remindReporters(platform))
