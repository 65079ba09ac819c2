import { cityOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { type FieldSentences, Problem, tellingTheField } from '../../platform/problems.ts'
import type { Appointment } from '../appointment.ts'
import type { ConflictView } from '../contract.ts'
import { dateAt } from '../dates.ts'
import * as days from '../dayStore.ts'
import { emitOffice } from '../events.ts'
import { settleAgain, settleDay } from '../booking/settleDay.ts'
import * as settings from './settingsStore.ts'
import * as store from '../store.ts'
import { inBooking } from '../booking/tryAgain.ts'

/** Who says who works when; places and services are set by administrators alone. */
const SETTLERS = ['lead', 'admin'] as const

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
  requireRole(ctx, ...SETTLERS)
  return tellingTheField(SENTENCES, () =>
    inBooking(ctx, async (tx) => {
      await settings.lockOffices(tx, ctx.cityId)
      // What a closure has left without room is no conflict of this change.
      for (const day of await store.daysToSettle(tx, ctx.clock.now(), ctx.cityId))
        await settleAgain(tx, ctx, day)
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
  office_pkey: ['name', 'Ein Büro mit diesem Namen gibt es schon.'],
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
    const { lost } = await settleDay(tx, ctx, day, office, city)
    conflicts.push(...lost.flatMap((one) => conflictOf(one)))
    await days.bumpDay(tx, day)
  }
  return conflicts
}

const conflictOf = ({ reference, officeId, start, end }: Appointment): ConflictView[] =>
  reference === null
    ? []
    : [{ reference, officeId, start: new Date(start).toISOString(), end: new Date(end).toISOString() }]
