import {
  bookingPlaces,
  extendHold,
  holdAppointment,
  offersByPhone,
  ownHold,
  releaseHold,
} from '../appointments/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { invalid, notFound, Problem } from '../platform/problems.ts'
import { type BookingWork, requireWork } from './bookingWork.ts'
import type { BookingPlace, HeldTime, HoldTimeInput } from './contract.ts'
import { timesIn } from './presentTime.ts'

/** How long a played hold lasts, as a real one. */
const PRACTICE_HOLD_MS = 10 * 60_000

/**
 * Holds a time while speaking; whoever held another one gives that back. Practice only plays it.
 * @throws Problem 409 or 422 with a sentence at `appointment`; 404, 403
 */
export async function holdTime(
  ctx: StaffContext,
  work: BookingWork,
  input: HoldTimeInput,
): Promise<HeldTime> {
  const { practice } = await requireWork(ctx, work)
  const start = Date.parse(input.start)
  const times = await timesIn(ctx)
  if (practice) {
    const { minutes } = await offersByPhone(ctx, { services: input.services, from: null, office: null })
    const played = { id: null, extended: false, expiresAt: later(ctx.clock.now(), PRACTICE_HOLD_MS) }
    return times.held(
      { start, end: start + minutes * 60_000, office: await placeOf(ctx, input.office) },
      played,
    )
  }
  const office = await placeOf(ctx, input.office)
  const { services, emergency } = input
  const request = { services, start, office: office.id, emergency, holder: null, idempotencyKey: null }
  const { end, id, expiresAt } = await atField(() => holdAppointment(ctx, request))
  return times.held({ start, end, office }, { id, extended: false, expiresAt })
}

async function placeOf(ctx: StaffContext, id: string | undefined): Promise<BookingPlace> {
  const places = await bookingPlaces(ctx)
  const found = id === undefined ? places[0] : places.find((place) => place.id === id)
  if (!found) throw notFound('Dieses Büro')
  return found
}

/** Holds it longer, once. @throws as `holdTime` */
export async function holdLonger(ctx: StaffContext, work: BookingWork, held: HeldTime): Promise<HeldTime> {
  const { practice } = await requireWork(ctx, work)
  if (practice)
    return {
      ...held,
      extended: true,
      expiresAt: later(new Date(held.expiresAt), PRACTICE_HOLD_MS).toISOString(),
    }
  const own = await ownHold(ctx.db, ctx)
  if (own?.id !== held.id) throw expired()
  const expiresAt = await atField(() => extendHold(ctx, own.id, null))
  return { ...held, extended: true, expiresAt: expiresAt.toISOString() }
}

/** Gives the own hold back, if there is one. */
export async function giveTimeBack(ctx: StaffContext): Promise<void> {
  const own = await ownHold(ctx.db, ctx)
  if (own) await releaseHold(ctx, own.id, null)
}

/** Says what was refused at the field of the form. */
export async function atField<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || !AT_FIELD.has(error.code)) throw error
    throw new Problem(
      error.status,
      error.code,
      error.message,
      { appointment: error.message },
      { cause: error },
    )
  }
}

const AT_FIELD = new Set([
  'not-free',
  'not-released',
  'not-offered',
  'hold-expired',
  'other-services',
  'extended',
])

const expired = (): Problem =>
  invalid({ appointment: 'Die Reservierung ist abgelaufen. Bitte wählen Sie die Zeit noch einmal.' })

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms)
