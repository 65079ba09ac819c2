import { cityOf } from '../city/index.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import type { DayFigures } from './contract.ts'
import { figuresFromTables } from './figuresFromTables.ts'
import { localDay } from './localDay.ts'

/** The figures of a day, of today when none is named. @param day 'YYYY-MM-DD' */
export async function readFigures(ctx: StaffContext, day?: string): Promise<DayFigures> {
  requireRole(ctx, 'lead', 'admin')
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  return figuresFromTables(ctx.db, { id: ctx.cityId, timeZone }, day ?? localDay(ctx.clock.now(), timeZone))
}
