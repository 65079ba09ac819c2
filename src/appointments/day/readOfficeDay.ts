import { requireRole, type StaffContext } from '../../platform/context.ts'
import { dateAt } from '../dates.ts'
import { type DayKey, readDay } from '../dayStore.ts'
import type { Office } from '../settings/office.ts'
import { knownCity } from '../settings/offices.ts'
import { planOf } from '../settings/settings.ts'
import { listServiceSettings } from '../settings/settingsStore.ts'
import type { OfficeDayView } from './contract.ts'
import * as store from './dayListStore.ts'
import { DAY_STAFF } from './hands.ts'
import { officeAsked } from './officeAsked.ts'
import { presentDayItem } from './presentDayItem.ts'
import { recordDayLook } from './recordDayLook.ts'
import { officeClosure } from './settleStore.ts'

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
    mayOpenAgain: (await officeClosure(ctx.db, day)) !== null,
    services: await bookable(ctx, names),
    items: rows.map((row) => presentDayItem(row, names)),
    cancelled: await store.countCancelled(ctx.db, day),
  }
}

async function closedBecause(ctx: StaffContext, office: Office, day: DayKey): Promise<string | null> {
  const state = await readDay(ctx.db, day, ctx.clock.now())
  const city = await knownCity(ctx, ctx.cityId)
  return planOf(office, city, day.date, state?.closure ?? null).closedBecause
}

async function bookable(ctx: StaffContext, names: ReadonlyMap<string, string>) {
  const services = await listServiceSettings(ctx.db, ctx.cityId)
  return services
    .filter((service) => service.bookable)
    .map(({ id }) => ({ id, name: names.get(id) ?? id }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de'))
}
