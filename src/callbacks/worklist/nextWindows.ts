import type { StaffContext } from '../../platform/context.ts'
import { windowsFor } from '../windows/windowsFor.ts'
import { ownCallback } from './ownCallback.ts'

/** So many are offered for a follow-up: one digit each. */
const OFFERED = 6

/** What the team of an own callback can promise next. @throws Problem 404, 403, 409 `not-yours` */
export async function nextWindows(
  ctx: StaffContext,
  id: string,
): Promise<{ windows: { start: string; end: string; label: string }[] }> {
  const { teamId } = await ownCallback(ctx, id)
  const windows = await windowsFor(ctx.db, ctx.cityId, teamId, ctx.clock.now(), OFFERED, { wide: true })
  return {
    windows: windows.map(({ start, end, label }) => ({
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      label,
    })),
  }
}
