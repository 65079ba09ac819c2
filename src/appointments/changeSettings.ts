import { type City, cityOf } from '../city/index.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { type FieldSentences, Problem, tellingTheField } from '../platform/problems.ts'
import { type Appointment, placeOf } from './appointment.ts'
import type { ConflictView } from './contract.ts'
import { dateAt } from './dates.ts'
import * as days from './dayStore.ts'
import { emitAppointment, emitOffice } from './events.ts'
import { giveBack } from './giveBack.ts'
import type { Office } from './office.ts'
import { planOf } from './settings.ts'
import * as settings from './settingsStore.ts'
import { settle } from './settleRule.ts'
import * as store from './store.ts'
import { inBooking } from './tryAgain.ts'

/**
 * Changes how appointments are given in one transaction with all that follows from it: bookings of every day are put on
 * the lanes of the new plan. Those that find no room are nobody's loss: without `accept` the change is refused with
 * their list; with it they stand, marked for somebody to settle.
 * @param officeId the subject of the change; the city's offices are all looked at
 * @throws Problem 409 `conflicts`, 422
 */
export async function changeSettings(
  ctx: StaffContext,
  officeId: string,
  accept: boolean,
  change: (tx: Tx) => Promise<void>,
): Promise<{ conflicts: ConflictView[] }> {
  requireRole(ctx, 'admin')
  return tellingTheField(SENTENCES, () =>
    inBooking(ctx, async (tx) => {
      await settings.lockOffices(tx, ctx.cityId)
      await change(tx)
      await settings.bumpOffices(tx, ctx.cityId)
      const conflicts = await settleDays(tx, ctx)
      if (conflicts.length > 0 && !accept) throw refusal(conflicts)
      await emitOffice(tx, ctx, 'office.changed', { id: officeId }, { conflicts: conflicts.length })
      return { conflicts }
    }),
  )
}

const SENTENCES: FieldSentences = {
  office_id_check: ['id', 'Bitte Kleinbuchstaben, Ziffern und Bindestriche (2 bis 40 Zeichen).'],
  office_name_key: ['name', 'Ein Büro mit diesem Namen gibt es schon.'],
  appointment_service_city_id_service_id_fkey: ['id', 'Bitte eine Leistung des Katalogs wählen.'],
  shift_city_id_office_id_fkey: ['office', 'Bitte ein Büro dieser Stadt wählen.'],
  shift_closes_later: ['closes', 'Das Ende muss nach dem Beginn liegen.'],
  shift_until_later: ['pattern.until', 'Der letzte Tag muss nach dem ersten liegen.'],
  office_device_pkey: ['devices', 'Eine Art von Gerät steht zweimal da.'],
}

function refusal(conflicts: readonly ConflictView[]): Problem {
  const many = conflicts.length
  const message =
    many === 1
      ? 'Ein gebuchter Termin hätte danach keinen Platz mehr. Nichts wurde geändert.'
      : `${many} gebuchte Termine hätten danach keinen Platz mehr. Nichts wurde geändert.`
  return new Problem(409, 'conflicts', message, {}, { extensions: { conflicts } })
}

async function settleDays(tx: Tx, ctx: StaffContext): Promise<ConflictView[]> {
  const now = ctx.clock.now()
  const city = await cityOf(tx, ctx.cityId)
  const today = dateAt(now.getTime(), city.timeZone)
  const offices = new Map((await settings.listOffices(tx, ctx.cityId)).map((office) => [office.id, office]))
  const conflicts: ConflictView[] = []
  for (const day of await days.daysFrom(tx, ctx.cityId, today)) {
    const office = offices.get(day.officeId)
    if (!office) throw new Error(`office ${day.officeId} is gone`)
    await days.lockDay(tx, day)
    conflicts.push(...(await settleDay(tx, ctx, day, office, city)))
    await days.bumpDay(tx, day)
  }
  return conflicts
}

/** Puts the day's appointments on the new plan's lanes. @returns those without room */
async function settleDay(
  tx: Tx,
  ctx: StaffContext,
  day: days.DayKey,
  office: Office,
  city: City,
): Promise<ConflictView[]> {
  const now = ctx.clock.now()
  const state = await days.readDay(tx, day, now)
  if (!state) throw new Error(`office ${day.officeId} is gone`)
  // What is over needs no place any more.
  const taken = state.taken.filter(({ end }) => end > now.getTime())
  const { moved, lost } = settle(planOf(office, city, day.date, state.closure), taken)
  const standing = new Map((await store.standing(tx, day, now)).map((one) => [one.id, one]))
  const without = lost.flatMap((id) => standing.get(id) ?? [])
  // First those without room, so that others may take their lanes.
  for (const one of without) await withoutRoom(tx, ctx, one)
  await days.reseat(tx, day, moved)
  return without.flatMap((one) => conflictOf(one))
}

async function withoutRoom(tx: Tx, ctx: StaffContext, one: Appointment): Promise<void> {
  // A hold is nobody's appointment yet: who confirms it is offered other times.
  if (one.state === 'held') return giveBack(tx, ctx, one, 'shift-changed')
  if (one.needsAttention) return
  await days.dropUnits(tx, ctx.cityId, [one.id])
  await store.updateAppointment(tx, ctx.cityId, one.id, { lane: `-${one.id}`, needs_attention: true })
  const subject = { id: one.id, caseId: one.caseId }
  await emitAppointment(tx, ctx, 'appointment.needs-attention', subject, placeOf(one))
}

const conflictOf = ({
  state,
  reference,
  officeId,
  start,
  end,
  needsAttention,
}: Appointment): ConflictView[] =>
  reference === null || state === 'held' || needsAttention
    ? []
    : [{ reference, officeId, start: new Date(start).toISOString(), end: new Date(end).toISOString() }]
