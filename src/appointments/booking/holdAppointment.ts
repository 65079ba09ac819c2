import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { invalid, Problem } from '../../platform/problems.ts'
import { type Appointment, HOLD_MS, placeOf } from '../appointment.ts'
import type { OfficeDay } from '../capacity/availability.ts'
import { type BookingDay, dayWith, makeRoom, openDay } from './bookingDay.ts'
import { dateAt } from '../dates.ts'
import * as days from '../dayStore.ts'
import { emitAppointment } from '../events.ts'
import { channelOf, quotaOf } from './hands.ts'
import { demandOf, type ServiceWish } from '../capacity/lengthRule.ts'
import type { Demand, Placement } from '../model.ts'
import type { OfficeSettings } from '../settings/office.ts'
import { mayBegin } from '../offers/offerRule.ts'
import { inTurn } from './inTurn.ts'
import { surelyRefused } from './surelyRefused.ts'
import { knownCity, memoryOf, officeFor } from '../settings/offices.ts'
import { offering } from '../offers/offersFor.ts'
import { NoRoom } from './refusals.ts'
import { releaseOther } from './giveBack.ts'
import { answeredBefore, secretFor } from './repeatedRequest.ts'
import { hashOf } from '../../platform/secret.ts'
import * as store from '../store.ts'
import { inBooking } from './tryAgain.ts'

export interface HoldRequest {
  services: readonly ServiceWish[]
  /** Epoch ms. */
  start: number
  /** Without it the city's first. */
  office?: string | undefined
  /** What only this browser or program knows: its next hold gives this one back. Staff need none. */
  holder: string | null
  /** From what is kept for emergencies; only for staff with that right. */
  emergency?: boolean | undefined
  /** The same for a request that is sent again; it is then answered as before. */
  idempotencyKey: string | null
}

export interface Held {
  id: string
  secret: string
  start: number
  end: number
  expiresAt: Date
}

/**
 * Holds a time for somebody who is still filling in the form. One person has one hold: the one before is given back.
 * @throws Problem 409 with `offers` when the time cannot be had, 422
 */
export async function holdAppointment(ctx: Context, request: HoldRequest): Promise<Held> {
  channelOf(ctx)
  try {
    return await holdNew(ctx, request)
  } catch (error) {
    // What was answered before holds its time itself.
    const before = error instanceof Problem ? await answeredBefore(ctx.db, ctx, request) : null
    if (!before) throw error
    return before
  }
}

async function holdNew(ctx: Context, request: HoldRequest): Promise<Held> {
  const settings = await officeFor(ctx, ctx.cityId, request.office)
  const { office } = settings
  const quota = quotaOf(ctx, request.emergency)
  const wish = { office, demand: demandIn(settings, request.services), start: request.start, quota }
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const place = { cityId: ctx.cityId, officeId: office.id, date: dateAt(request.start, timeZone) }
  return offering(
    ctx,
    async () => wish,
    async () => {
      if (!mayBegin(office, request.start, ctx.clock.now().getTime(), timeZone))
        throw new NoRoom('not-offered')
      const take = async (): Promise<Held> => {
        const refusal = await surelyRefused(ctx, wish, place.date)
        if (refusal && !(await otherHold(ctx.db, ctx, request))) throw new NoRoom(refusal)
        const remember = memoryOf(ctx, ctx.cityId).availability.expecting()
        const { held, after } = await inBooking(ctx, (tx, again) => hold(tx, ctx, request, place, again))
        // Nobody has to read the day again because of it.
        if (after && !ctx.db.isTransaction) remember(after)
        return held
      }
      // Somebody else's transaction may have the lock already: it must not wait for those who wait for it.
      if (ctx.db.isTransaction) return take()
      return inTurn(`${place.cityId} ${place.officeId} ${place.date}`, take)
    },
  )
}

/** @throws Problem 422 */
function demandIn({ services }: OfficeSettings, wishes: readonly ServiceWish[]): Demand {
  const demand = demandOf(wishes, services)
  if (!demand.ok) throw invalid({ services: demand.message })
  return demand.value
}

/** The hold that this one would take the place of. */
async function otherHold(reader: Reader, ctx: Context, request: HoldRequest): Promise<Appointment | null> {
  const holder = holderOf(ctx, request)
  return holder && (await store.findAppointment(reader, ctx.cityId, { holder }))
}

interface Written {
  held: Held
  /** The day with it; null when nothing was written. */
  after: OfficeDay | null
}

async function hold(
  tx: Tx,
  ctx: Context,
  request: HoldRequest,
  place: days.DayKey,
  again: boolean,
): Promise<Written> {
  // The same request was here before, or at the same moment and faster.
  const before = again ? await answeredBefore(tx, ctx, request) : null
  if (before) return { held: before, after: null }
  const other = await otherHold(tx, ctx, request)
  const { cityId } = ctx
  await days.lockDays(tx, other ? [place, { cityId, officeId: other.officeId, date: other.date }] : [place])
  if (other) await releaseOther(tx, ctx, other.id)
  const known = again ? null : memoryOf(ctx, cityId).availability.known(place.officeId, place.date)
  const day = await openDay(tx, ctx, place, known)
  const demand = demandIn(day, request.services)
  const wish = { start: request.start, end: request.start + demand.minutes * 60_000, demand }
  const quota = quotaOf(ctx, request.emergency)
  const placed = await makeRoom(tx, day, wish, { quota, now: ctx.clock.now().getTime() })
  if (!placed) throw new NoRoom('not-free')
  const held = await write(tx, ctx, request, day, { ...wish, ...placed })
  const { lane, units, moved } = placed
  return { held, after: dayWith(day, { ...wish, id: held.id, lane, units, quota }, moved) }
}

async function write(
  tx: Tx,
  ctx: Context,
  request: HoldRequest,
  day: BookingDay,
  at: { start: number; end: number; demand: Demand } & Placement,
): Promise<Held> {
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  const { key, secret } = secretFor(request)
  const expiresAt = new Date(now.getTime() + HOLD_MS)
  const channel = channelOf(ctx)
  await store.insertAppointment(tx, {
    city_id: ctx.cityId,
    id,
    office_id: day.officeId,
    date: day.date,
    state: 'held',
    starts_at: new Date(at.start),
    ends_at: new Date(at.end),
    lane: at.lane,
    channel,
    quota: request.emergency ? 'emergency' : null,
    services: JSON.stringify(request.services),
    devices: [...at.demand.devices],
    secret_hash: hashOf(secret),
    holder: holderOf(ctx, request),
    expires_at: expiresAt,
    ...key,
    created_at: now,
    created_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
  })
  await days.addUnits(tx, ctx.cityId, id, at.units)
  const services = request.services.map(({ id: service, persons }) => ({ id: service, persons }))
  const place = placeOf({ ...day, start: at.start, end: at.end })
  const data = { ...place, services, channel, expiresAt: expiresAt.toISOString() }
  await emitAppointment(tx, ctx, 'appointment.held', { id, at: now }, data)
  return { id, secret, start: at.start, end: at.end, expiresAt }
}

/** A person of staff has one hold at a time; anybody else names the browser or program, or has none. */
function holderOf({ actor }: Context, { holder }: HoldRequest): Buffer | null {
  if (actor.kind === 'account') return hashOf(`account ${actor.accountId}`)
  return holder === null ? null : hashOf(`holder ${holder}`)
}
