import {
  caseOf,
  caseOfTeam,
  changeContactPhone,
  lockCaseOfTeam,
  openCase,
  promiseInWords,
  writeNote,
} from '../../cases/index.ts'
import { serviceById } from '../../catalogue/index.ts'
import { diallingOf } from '../../city/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, invalid, refusedBy } from '../../platform/problems.ts'
import { spellOut } from '../../shared/caseNumber.ts'
import { toldText } from '../notices/toldText.ts'
import { promiseCallback, type Promised } from '../promises/promiseCallback.ts'
import { joinCase, openPromiseFor } from '../request/openPromiseFor.ts'
import { openCallbackOfCase } from '../store.ts'
import { CALLERS } from '../worklist/hands.ts'
import type { NewCallbackInput, NewCallbackMade } from './contract.ts'
import { type CheckedCallback, checkNewCallback } from './newCallbackRule.ts'
import { noteCorrected } from './noteCorrected.ts'
import { teamAmong, teamsToPromiseFor } from './readNewCallback.ts'

type Wanted = Pick<NewCallbackInput, 'channel' | 'serviceId' | 'language'> & CheckedCallback

/**
 * Promises a callback to somebody at the counter or who wrote: on a new case, or on one that is open without a call. What is
 * promised to that number about the same already is joined, as at every other door.
 * @throws Problem 422 with a sentence per field, 409 `window-full`, `already-promised`, `case-closed`; 404, 403
 */
export async function promiseByClerk(ctx: StaffContext, input: NewCallbackInput): Promise<NewCallbackMade> {
  requireRole(ctx, ...CALLERS)
  const { caseId, channel, serviceId, language } = input
  const checked = checkNewCallback(input, await diallingOf(ctx.db, ctx.cityId))
  const gone = caseId === null && serviceId !== null && !(await serviceById(ctx, ctx.cityId, serviceId))
  if (!checked.ok || gone)
    throw invalid({
      ...(gone ? { serviceId: 'Diese Leistung gibt es nicht mehr. Bitte eine andere wählen.' } : {}),
      ...(checked.ok ? {} : checked.fields),
    })
  const wanted = { ...checked.value, channel, serviceId, language }
  const promise = await wayOf(ctx, input, wanted)
  try {
    return await inTransaction(ctx, promise)
  } catch (error) {
    // Two at once, with two numbers: whoever was first counts.
    throw refusedBy(error) === 'callback_one_open_per_case' ? alreadyPromised() : error
  }
}

async function wayOf(
  ctx: StaffContext,
  { caseId, teamId }: NewCallbackInput,
  wanted: Wanted,
): Promise<(tx: Tx) => Promise<NewCallbackMade>> {
  if (caseId !== null) return (tx) => promiseOnCase(tx, ctx, caseId, wanted)
  const { id } = teamAmong(await teamsToPromiseFor(ctx.db, ctx), teamId)
  return (tx) => promiseNew(tx, ctx, id, wanted)
}

async function promiseNew(
  tx: Tx,
  ctx: StaffContext,
  teamId: string,
  wanted: Wanted,
): Promise<NewCallbackMade> {
  const { channel, serviceId, language, reason, name, phone, email, windowStart, windowEnd } = wanted
  const known = await openPromiseFor(tx, ctx, phone, { concern: concernOf(serviceId), proven: true })
  if (known) return join(tx, ctx, known.caseId, wanted)
  const { id: caseId } = await openCase(tx, ctx, {
    channel,
    practice: false,
    callId: null,
    lineId: null,
    teamId,
    serviceId,
    reason,
    contactName: name,
    contactPhone: phone,
    contactEmail: email,
    contactLang: language === 'en' ? 'en' : 'de',
    language,
    outcome: 'callback',
  })
  const times = { windowStart, windowEnd }
  return made(tx, ctx, caseId, await promiseCallback(tx, ctx, { caseId, teamId, ...times, practice: false }))
}

async function promiseOnCase(
  tx: Tx,
  ctx: StaffContext,
  caseId: string,
  wanted: Wanted,
): Promise<NewCallbackMade> {
  const { phone, reason, windowStart, windowEnd } = wanted
  const { practice, serviceId } = await caseOfTeam(tx, ctx, caseId)
  const wish = { concern: concernOf(serviceId), proven: true }
  const known = practice ? null : await openPromiseFor(tx, ctx, phone, wish)
  // From here on nobody else closes the case, hands it over or promises a call on it.
  const { teamId, state, contactPhone, reason: about } = await lockCaseOfTeam(tx, ctx, caseId)
  if (state !== 'open') throw conflict('case-closed', 'Dieses Anliegen ist schon abgeschlossen.')
  if (await openCallbackOfCase(tx, ctx.cityId, caseId)) throw alreadyPromised()
  if (reason) await writeNote(tx, ctx, caseId, reason)
  if (known) {
    const { number } = await caseOf(tx, ctx.cityId, known.caseId)
    await writeNote(tx, ctx, caseId, `Zu dieser Nummer ist schon ein Rückruf zugesagt: Anliegen ${number}.`)
    return join(tx, ctx, known.caseId, { ...wanted, reason: reason || about })
  }
  if (phone !== contactPhone) await changeContactPhone(tx, ctx, caseId, phone)
  const promised = await promiseCallback(tx, ctx, { caseId, teamId, windowStart, windowEnd, practice })
  if (contactPhone !== null && phone !== contactPhone)
    await noteCorrected(tx, ctx, { id: promised.id, caseId, practice })
  return made(tx, ctx, caseId, promised)
}

const concernOf = (serviceId: string | null) =>
  serviceId === null ? ({ is: 'other' } as const) : ({ is: 'service', id: serviceId } as const)

/** What was said joins the case; the window that was told before holds. */
async function join(tx: Tx, ctx: StaffContext, caseId: string, wanted: Wanted): Promise<NewCallbackMade> {
  const { channel, reason, name, email } = wanted
  await joinCase(tx, ctx, caseId, { channel, reason, name, email, wished: null })
  const promise = await promiseInWords(tx, ctx.cityId, caseId, ctx.clock.now())
  return { ...(await numberOf(tx, ctx, caseId)), promise, joined: true, toldText: null }
}

async function made(
  tx: Tx,
  ctx: StaffContext,
  caseId: string,
  { text, told }: Promised,
): Promise<NewCallbackMade> {
  const said = told && toldText('made', told)
  return { ...(await numberOf(tx, ctx, caseId)), promise: text, joined: false, toldText: said }
}

async function numberOf(tx: Tx, ctx: StaffContext, caseId: string) {
  const { number } = await caseOf(tx, ctx.cityId, caseId)
  return { caseNumber: number, spelled: spellOut(number).join(', ') }
}

const alreadyPromised = () =>
  conflict('already-promised', 'Für dieses Anliegen ist schon ein Rückruf zugesagt.')
