import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import { invalid, Problem } from '../platform/problems.ts'
import { type Appointment, HOLD_MS, placeOf } from './appointment.ts'
import { type BookingDay, makeRoom, openDay } from './bookingDay.ts'
import { dateAt } from './dates.ts'
import * as days from './dayStore.ts'
import { emitAppointment } from './events.ts'
import { channelOf } from './hands.ts'
import { demandOf, type ServiceWish } from './lengthRule.ts'
import type { Demand, Placement } from './model.ts'
import type { OfficeSettings } from './office.ts'
import { mayBegin } from './offerRule.ts'
import { officeFor, timeZoneOf } from './offices.ts'
import { offering } from './offersFor.ts'
import { NoRoom } from './refusals.ts'
import { releaseOther } from './giveBack.ts'
import { hashOf, newSalt, newSecret, secretOf } from './secret.ts'
import * as store from './store.ts'
import { inBooking } from './tryAgain.ts'

export interface HoldRequest {
  services: readonly ServiceWish[]
  /** Epoch ms. */
  start: number
  /** Without it the city's first. */
  office?: string | undefined
  /** What only this browser or program knows: its next hold gives this one back. Staff need none. */
  holder: string | null
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
  const again = await answerAgain(ctx, request)
  if (again) return again
  const settings = await officeFor(ctx, ctx.cityId, request.office)
  const timeZone = await timeZoneOf(ctx, ctx.cityId)
  const place = { officeId: settings.office.id, date: dateAt(request.start, timeZone) }
  const missed = async () => ({
    office: settings.office,
    demand: demandIn(settings, request.services),
    start: request.start,
  })
  demandIn(settings, request.services)
  return offering(ctx, missed, () => inBooking(ctx, (tx) => hold(tx, ctx, request, place)))
}

/** @throws Problem 422 */
function demandIn({ services }: OfficeSettings, wishes: readonly ServiceWish[]): Demand {
  const demand = demandOf(wishes, services)
  if (!demand.ok) throw invalid({ services: demand.message })
  return demand.value
}

async function hold(
  tx: Tx,
  ctx: Context,
  request: HoldRequest,
  place: { officeId: string; date: string },
): Promise<Held> {
  // Two requests with the same key at once: the second comes here again after the first has written.
  const again = await answerAgain({ ...ctx, db: tx }, request)
  if (again) return again
  const holder = holderOf(ctx, request)
  const other = holder ? await store.findAppointment(tx, ctx.cityId, { holder }) : null
  for (const day of days.inLockOrder(other ? [place, other] : [place]))
    await days.lockDay(tx, { cityId: ctx.cityId, officeId: day.officeId, date: day.date })
  if (other) await releaseOther(tx, ctx, other.id)
  const day = await openDay(tx, ctx, place)
  const demand = demandIn(day, request.services)
  const wish = { start: request.start, end: request.start + demand.minutes * 60_000, demand }
  const seen = { date: day.date, version: day.version }
  if (!mayBegin(day.office, wish.start, ctx.clock.now().getTime(), day.hours.timeZone))
    throw new NoRoom('not-offered', seen)
  const placed = await makeRoom(tx, day, wish)
  if (!placed) throw new NoRoom('not-free', seen)
  return write(tx, ctx, request, day, { ...wish, ...placed })
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
  await days.bumpDay(tx, day)
  return { id, secret, start: at.start, end: at.end, expiresAt }
}

function secretFor(request: HoldRequest) {
  if (request.idempotencyKey === null) return { key: {}, secret: newSecret() }
  const salt = newSalt()
  const key = {
    key_hash: hashOf(request.idempotencyKey),
    request_hash: contentOf(request),
    secret_salt: salt,
  }
  return { key, secret: secretOf(request.idempotencyKey, salt) }
}

const contentOf = ({ services, start, office }: HoldRequest): Buffer =>
  hashOf(JSON.stringify([services.map(({ id, persons }) => [id, persons]), start, office ?? null]))

/** A person of staff has one hold at a time; anybody else names the browser or program, or has none. */
function holderOf({ actor }: Context, { holder }: HoldRequest): Buffer | null {
  if (actor.kind === 'account') return hashOf(`account ${actor.accountId}`)
  return holder === null ? null : hashOf(`holder ${holder}`)
}

/** What was answered to the same request before; null when it is new. @throws Problem 422 for another request with its key */
async function answerAgain(ctx: Context, request: HoldRequest): Promise<Held | null> {
  if (request.idempotencyKey === null) return null
  const keyHash = hashOf(request.idempotencyKey)
  const found = await store.findAppointment(ctx.db, ctx.cityId, { keyHash })
  if (!found?.request) return null
  if (!found.request.hash.equals(contentOf(request)))
    throw new Problem(422, 'key-used', 'Dieser Idempotency-Key gehört schon zu einer anderen Anfrage.')
  return heldOf(found, secretOf(request.idempotencyKey, found.request.salt))
}

function heldOf({ id, start, end, expiresAt }: Appointment, secret: string): Held {
  if (!expiresAt) throw new Error(`appointment ${id} was never held`)
  return { id, secret, start, end, expiresAt }
}
