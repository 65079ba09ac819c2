import { promiseCallback, windowsFor } from '../../src/callbacks/index.ts'
import { emitCallback } from '../../src/callbacks/events.ts'
import { PROMISE_DUE } from '../../src/callbacks/promises/promiseCallback.ts'
import * as store from '../../src/callbacks/store.ts'
import { closeCase, openCase } from '../../src/cases/index.ts'
import { serviceHoursOf } from '../../src/city/index.ts'
import { inTransaction } from '../../src/platform/context.ts'
import type { Tx } from '../../src/platform/db/connect.ts'
import { newId } from '../../src/platform/ids.ts'
import type { PhoneNumber } from '../../src/shared/phoneNumber.ts'
import type { Office } from './office.ts'
import type { Caller } from './plan.ts'

export const OFFERED = 6
/** Most take the first window. */
const TAKES_FIRST = 0.6
/** Later in the day than this nobody promises "today". */
const TODAY_MS = 60 * 60_000

/** How a callback is promised. @returns its id; null when nothing could be offered */
export type Promising = (office: Office, caller: Caller, number: PhoneNumber) => Promise<string | null>

/** As the agent's form does: one of the windows that are offered. */
export const fromWindows: Promising = async (office, caller, contactPhone) => {
  const { platform, agent, teamId } = office
  const { db, clock } = platform
  const offered = await windowsFor(db, agent.cityId, teamId, clock.now(), OFFERED, { wide: true })
  const window = choose(offered, caller.choice)
  if (!window) return null
  return inTransaction(platform, async (tx) => {
    const caseId = await open(tx, office, contactPhone)
    const [windowStart, windowEnd] = [new Date(window.start), new Date(window.end)]
    return (await promiseCallback(tx, agent, { caseId, teamId, windowStart, windowEnd, practice: false })).id
  })
}

/** The one that somebody takes who chooses so. @param choice 0 to 1 */
export function choose<T>(offered: readonly T[], choice: number): T | undefined {
  if (choice < TAKES_FIRST) return offered[0]
  return offered[Math.floor(((choice - TAKES_FIRST) / (1 - TAKES_FIRST)) * offered.length)]
}

/**
 * What city halls say without looking at anything: "innerhalb des Tages". The product makes no such promise, so it is
 * written beside the verb: the rest of the service day, or the next one; no capacity is booked.
 */
export const withinTheDay: Promising = (office, _caller, contactPhone) =>
  inTransaction(office.platform, async (tx) => {
    const { agent: ctx, teamId, platform } = office
    const hours = await serviceHoursOf(tx, ctx.cityId)
    const now = platform.clock.now()
    const today = hours.openingsOn(hours.dateOf(now)).at(-1)
    const next = hours.nextOpening(now)
    const day = today && today.end - now.getTime() >= TODAY_MS ? today : next
    const last = day && hours.openingsOn(hours.dateOf(day.start)).at(-1)
    if (!day || !last) return null
    const caseId = await open(tx, office, contactPhone)
    const [start, end] = [new Date(day === today ? now : day.start), new Date(last.end)]
    const id = newId(now.getTime())
    await store.insertCallback(tx, {
      city_id: ctx.cityId,
      id,
      case_id: caseId,
      team_id: teamId,
      practice: false,
      window_start: start,
      window_end: end,
      promised_at: now,
      promised_by: ctx.actor.accountId,
      due_from: start,
      due_until: end,
      books_unit: false,
    })
    const window = { windowStart: start.toISOString(), windowEnd: end.toISOString() }
    const subject = { id, caseId, at: now }
    await emitCallback(tx, ctx, 'callback.promised', subject, { caseId, teamId, ...window, practice: false })
    const startAfter = new Date(end.getTime() + 1)
    await ctx.jobs.send(tx, PROMISE_DUE, { cityId: ctx.cityId, callbackId: id }, { startAfter })
    return id
  })

async function open(tx: Tx, { agent, city, teamId }: Office, contactPhone: PhoneNumber): Promise<string> {
  const opened = await openCase(tx, agent, {
    channel: 'phone',
    practice: false,
    callId: null,
    lineId: city.lines.service.id,
    teamId,
    serviceId: null,
    reason: 'Fragt nach den Unterlagen für einen Antrag.',
    contactName: null,
    contactPhone,
    outcome: 'callback',
  })
  return opened.id
}

/** The case of somebody whose concern is settled in the call. */
export async function settleInCall({ platform, agent, city, teamId }: Office): Promise<void> {
  const nobody = { callId: null, serviceId: null, contactName: null, contactPhone: null }
  const input = { ...nobody, lineId: city.lines.service.id, teamId, reason: 'Frage zur Meldebescheinigung' }
  await inTransaction(platform, async (tx) => {
    const { id } = await openCase(tx, agent, {
      ...input,
      channel: 'phone',
      practice: false,
      outcome: 'settled',
    })
    await closeCase(tx, agent, id, 'settled')
  })
}
