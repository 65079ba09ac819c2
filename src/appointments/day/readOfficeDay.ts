import { type Platform, requireRole, type StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import { dateAt } from '../dates.ts'
import { type DayKey, readDay } from '../dayStore.ts'
import type { Office } from '../settings/office.ts'
import { knownCity } from '../settings/offices.ts'
import { planOf } from '../settings/settings.ts'
import { listOffices } from '../settings/settingsStore.ts'
import type { OfficeDayView } from './contract.ts'
import * as store from './dayListStore.ts'
import { DAY_STAFF } from './hands.ts'
import { presentDayItem } from './presentDayItem.ts'
import { recordDayLook } from './recordDayLook.ts'

export interface DayRequest {
  office?: string | undefined
  /** 'YYYY-MM-DD' */
  date?: string | undefined
}

/** Who comes to an office on a day. The look is in the audit trail. @throws Problem 404 without such an office, 403 */
export async function readOfficeDay(ctx: StaffContext, request: DayRequest): Promise<OfficeDayView> {
  requireRole(ctx, ...DAY_STAFF)
  const { office, offices } = await officeAsked(ctx, ctx.cityId, request.office)
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const today = dateAt(ctx.clock.now().getTime(), timeZone)
  const day = { cityId: ctx.cityId, officeId: office.id, date: request.date ?? today }
  await recordDayLook(ctx, 'office-day.read', `${day.officeId} ${day.date}`)
  const rows = await store.listDay(ctx.db, day)
  const names = await store.serviceNames(ctx.db, ctx.cityId)
  return {
    office: { id: office.id, name: office.name, counters: office.counters },
    offices: offices.map(({ id, name }) => ({ id, name })),
    date: day.date,
    today,
    closedBecause: await closedBecause(ctx, office, day),
    items: rows.map((row) => presentDayItem(row, names)),
    cancelled: await store.countCancelled(ctx.db, day),
  }
}

/** The office of that id, also one that gives no appointments any more; without an id the first active one. @throws Problem 404 */
export async function officeAsked(
  { db }: Pick<Platform, 'db'>,
  cityId: string,
  id: string | undefined,
): Promise<{ office: Office; offices: Office[] }> {
  const offices = await listOffices(db, cityId)
  const first = offices.find(({ active }) => active) ?? offices[0]
  const office = id === undefined ? first : offices.find((one) => one.id === id)
  if (!office) throw notFound(id === undefined ? 'Ein Büro mit Terminen' : 'Dieses Büro')
  return { office, offices }
}

async function closedBecause(ctx: StaffContext, office: Office, day: DayKey): Promise<string | null> {
  const state = await readDay(ctx.db, day, ctx.clock.now())
  const city = await knownCity(ctx, ctx.cityId)
  return planOf(office, city, day.date, state?.closure ?? null).closedBecause
}
