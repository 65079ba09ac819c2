import { createHash, createHmac } from 'node:crypto'
import { giveSecondNumber, openCase } from '../../cases/index.ts'
import { serviceById } from '../../catalogue/index.ts'
import { cityOf, type Line } from '../../city/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { signingKey } from '../../platform/http/signingKey.ts'
import { conflict, invalid, Problem, refusedBy } from '../../platform/problems.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import type { CaseNumber } from '../../shared/caseNumber.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { promiseCallback } from '../promises/promiseCallback.ts'
import { HORIZON_WINDOWS, windowsFor } from '../windows/windowsFor.ts'
import { callbackLine } from './callbackLine.ts'
import { joinCase, openPromiseFor } from './openPromiseFor.ts'
import { DAY_MS, MOST_A_DAY } from './limits.ts'
import * as store from './requestStore.ts'

/** How many windows are named when the chosen one is gone. */
const NEXT_WINDOWS = 6

/** What somebody asks for on the web or by the interface. Nobody has spoken with them. */
export interface CallbackRequest {
  serviceId: string | null
  reason: string
  /** By `callbackNumber`. */
  phone: PhoneNumber
  name: string | null
  email: string | null
  lang: PageLanguage
  window: TimeRange
  /** The same for a request that is sent again; it is then answered as before. */
  idempotencyKey: string | null
}

/** The same for a new promise and for one that was there: whoever reads it learns nothing about the number. */
export interface Requested {
  number: CaseNumber
  window: TimeRange
  /** The number that will call. */
  line: PhoneNumber
}

/**
 * Promises a callback to a number that nobody has proved to be the asker's own. An open promise about the same is joined
 * (`joins`): what was said becomes a note of that case, its window stays, and the answer is the same as for a new one.
 * @throws Problem 409 `window-full` with the next `windows`, or `no-callbacks`; 422 for a service that is gone or a key
 * that belongs to another request; 429 `number-too-often`
 */
export async function requestCallback(ctx: Context, request: CallbackRequest): Promise<Requested> {
  const line = await callbackLine(ctx.db, ctx.cityId)
  if (!line) throw noCallbacks()
  const { serviceId } = request
  if (serviceId !== null && !(await serviceById(ctx, ctx.cityId, serviceId))) throw noService()
  const phoneHash = await phoneHashOf(ctx, request.phone)
  try {
    return await inTransaction(ctx, (tx) => requestOnce(tx, ctx, line, { request, phoneHash }))
  } catch (error) {
    // The same key at the same moment with another number: whoever was first counts.
    if (refusedBy(error) !== 'callback_request_key') throw await withNextWindows(ctx, line, request, error)
    const before = await answeredBefore(ctx.db, ctx, line, request)
    if (!before) throw error
    return before
  }
}

interface Asked {
  request: CallbackRequest
  phoneHash: Buffer
}

async function requestOnce(
  tx: Tx,
  ctx: Context,
  line: Line,
  { request, phoneHash }: Asked,
): Promise<Requested> {
  const { cityId } = ctx
  const { phone, serviceId, window, idempotencyKey } = request
  const concern =
    serviceId === null ? ({ is: 'other' } as const) : ({ is: 'service', id: serviceId } as const)
  // First, because it lets only one at a time in for this number.
  const known = await openPromiseFor(tx, ctx, phone, { concern, proven: false })
  const before = await answeredBefore(tx, ctx, line, request)
  if (before) return before
  const at = ctx.clock.now()
  const since = new Date(at.getTime() - DAY_MS)
  if ((await store.requestsSince(tx, cityId, phoneHash, since)) >= MOST_A_DAY) throw tooOften()
  await requireFree(tx, ctx, line, request)
  const number = known
    ? await join(tx, ctx, line, { request, caseId: known.caseId })
    : await promise(tx, ctx, line, request)
  await store.insertRequest(tx, {
    city_id: cityId,
    id: newId(at.getTime()),
    at,
    number,
    window_start: new Date(window.start),
    window_end: new Date(window.end),
    key_hash: idempotencyKey === null ? null : hashOf(idempotencyKey),
    content_hash: contentOf(request),
    phone_hash: phoneHash,
  })
  return { number, window, line: line.number }
}

async function promise(tx: Tx, ctx: Context, line: Line, request: CallbackRequest): Promise<CaseNumber> {
  const teamId = line.callbackTeamId
  const opened = await openCase(tx, ctx, {
    channel: 'web',
    practice: false,
    callId: null,
    lineId: line.id,
    teamId,
    serviceId: request.serviceId,
    reason: request.reason,
    contactName: request.name,
    contactPhone: request.phone,
    contactEmail: request.email,
    contactLang: request.lang,
    outcome: 'callback',
  })
  await promiseCallback(tx, ctx, {
    caseId: opened.id,
    teamId,
    windowStart: new Date(request.window.start),
    windowEnd: new Date(request.window.end),
    practice: false,
  })
  return opened.number
}

async function join(
  tx: Tx,
  ctx: Context,
  line: Line,
  { request, caseId }: { request: CallbackRequest; caseId: string },
): Promise<CaseNumber> {
  const { reason, name, email, serviceId, window } = request
  const { timeZone } = await cityOf(tx, ctx.cityId)
  const wished = spokenWindow(window, ctx.clock.now(), timeZone)
  await joinCase(tx, ctx, caseId, { channel: 'web', reason, name, email, wished })
  return giveSecondNumber(tx, ctx, { caseId, lineId: line.id, serviceId, window })
}

/** Also where nothing is booked: else a full window would tell that the number has a promise already. */
async function requireFree(tx: Tx, ctx: Context, line: Line, request: CallbackRequest): Promise<void> {
  const { window, serviceId } = request
  const now = ctx.clock.now()
  const free = await windowsFor(tx, ctx.cityId, line.callbackTeamId, now, HORIZON_WINDOWS, {
    serviceId,
    wide: true,
  })
  if (!free.some(({ start, end }) => start === window.start && end === window.end)) throw windowFull()
}

/** @throws Problem 422 for another request with its key */
async function answeredBefore(
  reader: Reader,
  ctx: Context,
  line: Line,
  request: CallbackRequest,
): Promise<Requested | null> {
  if (request.idempotencyKey === null) return null
  const found = await store.findAnswered(reader, ctx.cityId, hashOf(request.idempotencyKey))
  if (!found) return null
  if (!found.contentHash.equals(contentOf(request)))
    throw new Problem(422, 'key-used', 'Dieser Idempotency-Key gehört schon zu einer anderen Anfrage.')
  return { number: found.number, window: found.window, line: line.number }
}

/** The refusal of a window names those that can be had, in whichever way it was found to be full. */
async function withNextWindows(
  ctx: Context,
  line: Line,
  { serviceId }: CallbackRequest,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof Problem && error.code === 'window-full')) return error
  const now = ctx.clock.now()
  const free = await windowsFor(ctx.db, ctx.cityId, line.callbackTeamId, now, NEXT_WINDOWS, {
    serviceId,
    wide: true,
  })
  const windows = free.map(({ start, end }) => ({
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  }))
  const { message, fields } = windowFull()
  return new Problem(409, 'window-full', message, fields, { cause: error, extensions: { windows } })
}

export const noCallbacks = (): Problem =>
  conflict('no-callbacks', 'Rückrufe sind zurzeit nicht möglich. Bitte rufen Sie uns an.')

export const noService = (): Problem =>
  invalid({ service: 'Diese Leistung gibt es nicht. Bitte eine andere wählen.' })

const windowFull = (): Problem =>
  new Problem(409, 'window-full', 'Dieses Zeitfenster ist nicht mehr frei. Bitte wählen Sie ein anderes.')

const tooOften = (): Problem =>
  new Problem(
    429,
    'number-too-often',
    'Für diese Telefonnummer wurden heute schon mehrere Rückrufe angefragt. Bitte rufen Sie uns an.',
  )

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const contentOf = ({ serviceId, reason, phone, name, email, window }: CallbackRequest): Buffer =>
  hashOf(JSON.stringify([serviceId, reason, phone, name, email, window.start, window.end]))

async function phoneHashOf(ctx: Context, phone: PhoneNumber): Promise<Buffer> {
  const key = await signingKey(ctx)
  return createHmac('sha256', key).update(`callback request\n${ctx.cityId}\n${phone}`).digest()
}
