import { recordDeed } from '../../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import { settleAgain } from '../booking/settleDay.ts'
import { inBooking } from '../booking/tryAgain.ts'
import * as days from '../dayStore.ts'
import { emitOffice } from '../events.ts'
import { DAY_CLOSERS } from './hands.ts'
import { deleteOfficeClosure } from './settleStore.ts'

/** Takes the closure of an office's day back: whoever has not moved has the place again. @throws Problem 404, 403 */
export async function openDayAgain(
  ctx: StaffContext,
  { office, date }: { office: string; date: string },
): Promise<void> {
  requireRole(ctx, ...DAY_CLOSERS)
  const day = { cityId: ctx.cityId, officeId: office, date }
  await inBooking(ctx, async (tx) => {
    if (!(await deleteOfficeClosure(tx, day))) throw notFound('Diese Schließung')
    await settleAgain(tx, ctx, day)
    await days.bumpDay(tx, day)
    await emitOffice(tx, ctx, 'office.day-opened', { id: office }, { date })
    const subject = { kind: 'office-day', id: `${office} ${date}` } as const
    await recordDeed(tx, ctx, 'office-day.opened', subject, null)
  })
}
