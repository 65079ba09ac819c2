import { connectedChannels, reachOf } from '../../messages/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { formatNational, isPhoneNumber } from '../../shared/phoneNumber.ts'
import type { ToSettleView } from './contract.ts'
import { serviceNames } from './dayListStore.ts'
import { findOffers } from './findOffers.ts'
import { DAY_STAFF } from './hands.ts'
import { officeAsked } from './officeAsked.ts'
import { recordDayLook } from './recordDayLook.ts'
import { listToSettle, type ToSettleRow } from './settleStore.ts'

/** Whom changed plans and closures have left without a place, with a new time for each. @throws Problem 404, 403 */
export async function readToSettle(ctx: StaffContext, asked: string | undefined): Promise<ToSettleView> {
  requireRole(ctx, ...DAY_STAFF)
  const { office, offices } = await officeAsked(ctx, ctx.cityId, asked)
  await recordDayLook(ctx, 'appointments-to-settle.read', office.id)
  const rows = await listToSettle(ctx.db, { cityId: ctx.cityId, officeId: office.id, date: null })
  const names = await serviceNames(ctx.db, ctx.cityId)
  const connected = connectedChannels(ctx)
  const reach = ({ phone, email }: Pick<ToSettleRow, 'phone' | 'email'>) =>
    reachOf({ phone: phone && isPhoneNumber(phone) ? phone : null, email }, connected)?.channel ?? null
  const offers = await findOffers(ctx, office, rows)
  return {
    office: { id: office.id, name: office.name },
    offices: offices.map(({ id, name }) => ({ id, name })),
    items: rows.map(({ id, reference, name, phone, email, services, start, end }) => ({
      id,
      reference,
      name,
      phone: phone && isPhoneNumber(phone) ? formatNational(phone) : null,
      email,
      reach: reach({ phone, email }),
      services: services.map((service) => ({
        name: names.get(service.id) ?? service.id,
        persons: service.persons,
      })),
      start: start.toISOString(),
      minutes: (end.getTime() - start.getTime()) / 60_000,
      offer: isoOrNull(offers.get(id) ?? null),
    })),
  }
}

const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
