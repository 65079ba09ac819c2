import type { Context } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/problems.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { instantsOf } from '../capacity/availability.ts'
import { dateAt, daysLater } from '../dates.ts'
import { demandOf, type ServiceWish } from '../capacity/lengthRule.ts'
import { mayBookEmergencies, quotaOf } from '../booking/hands.ts'
import type { Demand } from '../model.ts'
import type { ReleasePlan } from '../release/plan.ts'
import type { Office } from '../settings/office.ts'
import { lastDate } from './offerRule.ts'
import { knownCity, memoryOf, officesOf } from '../settings/offices.ts'
import { placeAt, phoneOffers, type StartsAt, startsOfAll } from './phoneOfferRule.ts'

/** Whoever is on the telephone has to get there. */
const WAY_MS = 30 * 60_000

export interface Place {
  id: string
  name: string
  address: string
}

export interface PhoneOffers {
  /** Everywhere that the city gives appointments. */
  offices: readonly Place[]
  offers: (TimeRange & { office: Place })[]
  /** The first day after those offered, 'YYYY-MM-DD'; null when nothing is released after them. */
  later: string | null
  minutes: number
  /** Something is kept for emergencies, and this person may give it. */
  emergencies: boolean
}

interface PhoneWish {
  services: readonly ServiceWish[]
  from: string | null
  /** Only there; null: anywhere. */
  office: string | null
  emergency?: boolean | undefined
}

/** Where the city gives appointments, by name. */
export async function bookingPlaces(ctx: Context): Promise<Place[]> {
  return (await officesOf(ctx, ctx.cityId)).map(({ office }) => placeOf(office))
}

const placeOf = ({ id, name, address }: Office): Place => ({ id, name, address })

/**
 * A handful of free times for a conversation, from `from` ('YYYY-MM-DD') on; null: from now. From memory.
 * @param wish `emergency`: from what is kept for emergencies
 * @throws Problem 404 without an office, 422 `services` for what cannot be booked, 403 for an emergency without the right
 */
export async function offersByPhone(ctx: Context, wish: PhoneWish): Promise<PhoneOffers> {
  const all = await officesOf(ctx, ctx.cityId)
  const [first] = all
  if (!first) throw notFound('Ein Büro mit Terminen')
  const demand = demandOf(wish.services, first.services)
  if (!demand.ok) throw invalid({ services: demand.message })
  const wanted = all
    .map(({ office }) => office)
    .filter(({ id }) => wish.office === null || id === wish.office)
  const found = await Promise.all(wanted.map((office) => startsAt(ctx, office, demand.value, wish)))
  const starts = phoneOffers(startsOfAll(found))
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const end = starts.at(-1)
  const later = end === undefined ? null : daysLater(dateAt(end, timeZone), 1)
  const now = ctx.clock.now().getTime()
  const isReached = (date: string) => wanted.some((office) => date <= lastDate(office, now, timeZone))
  const { minutes } = demand.value
  return {
    offices: all.map(({ office }) => placeOf(office)),
    minutes,
    emergencies: mayBookEmergencies(ctx) && all.some(({ releases }) => keepsForEmergencies(releases)),
    offers: starts.flatMap((start) => {
      const office = placeAt(found, start)
      return office ? [{ start, end: start + minutes * 60_000, office }] : []
    }),
    later: later !== null && isReached(later) ? later : null,
  }
}

/** The free times of one office that somebody can still reach. */
async function startsAt(
  ctx: Context,
  office: Office,
  demand: Demand,
  { from: wished, emergency }: PhoneWish,
): Promise<StartsAt<Place>> {
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const now = ctx.clock.now().getTime()
  const earliest = now + WAY_MS
  const today = dateAt(earliest, timeZone)
  const to = lastDate(office, now, timeZone)
  const from = wished !== null && wished > today ? wished : today
  if (from > to) return { place: placeOf(office), days: [] }
  const { id: officeId, gridMinutes } = office
  const days = await memoryOf(ctx, ctx.cityId).availability.days({
    officeId,
    from,
    to,
    demand,
    gridMinutes,
    quota: quotaOf(ctx, emergency),
    now,
  })
  return {
    place: placeOf(office),
    days: days.map((day) => ({ date: day.date, starts: instantsOf(day, earliest) })),
  }
}

const keepsForEmergencies = (releases: readonly ReleasePlan[]): boolean =>
  releases.some(({ rule }) => rule.kind === 'quota' && rule.shares.some(({ quota }) => quota === 'emergency'))
