import { offersByPhone } from '../appointments/index.ts'
import { guide, type Service, serviceById } from '../catalogue/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { type BookingWork, requireWork } from './bookingWork.ts'
import type { OffersInput, OffersView } from './contract.ts'
import { timesIn } from './presentTime.ts'

/** The best free times for the conversation in hand, and what to bring. @throws Problem 404, 403, 409, 422 */
export async function offerTimes(
  ctx: StaffContext,
  work: BookingWork,
  input: OffersInput,
): Promise<OffersView> {
  await requireWork(ctx, work)
  const { offices, offers, later, minutes, emergencies } = await offersByPhone(ctx, input)
  const times = await timesIn(ctx)
  return {
    offices: [...offices],
    offers: offers.map(times.offer),
    later,
    minutes,
    emergencies,
    bring: await bringFor(ctx, input),
  }
}

async function bringFor(ctx: StaffContext, { services }: OffersInput): Promise<string> {
  const found = await Promise.all(services.map(({ id }) => serviceById(ctx, ctx.cityId, id)))
  const known = found.filter((service): service is Service => service !== null)
  const items = [...new Set(known.flatMap((service) => guide(service, 'de').bring.items))]
  return items.length === 0 ? 'Sie müssen nichts mitbringen.' : `Bitte bringen Sie mit: ${items.join('; ')}.`
}
