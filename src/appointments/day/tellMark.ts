import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { type Appointment, placeOf } from '../appointment.ts'
import { emitAppointment } from '../events.ts'
import type { AppointmentState } from '../model.ts'
import type { DayState, DayVerb } from './dayRule.ts'

const KINDS = {
  arrive: 'appointment.arrived',
  call: 'appointment.called',
  wait: 'appointment.waits-again',
  serve: 'appointment.served',
  miss: 'appointment.no-show',
} as const satisfies Record<Exclude<DayVerb, 'undo'>, string>

const DAY_STATES: readonly string[] = ['booked', 'arrived', 'called', 'served', 'no-show']
const isDayState = (state: AppointmentState): state is DayState => DAY_STATES.includes(state)

/** The event of a click that changed something. */
export async function tellMark(
  tx: Tx,
  ctx: StaffContext,
  before: Appointment,
  to: DayState,
  verb: DayVerb,
): Promise<void> {
  const subject = { id: before.id, caseId: before.caseId, at: ctx.clock.now() }
  const place = placeOf(before)
  if (verb !== 'undo') return emitAppointment(tx, ctx, KINDS[verb], subject, place)
  const from = before.state
  if (!isDayState(from)) throw new Error(`${from} to ${to} is no step of a day`)
  await emitAppointment(tx, ctx, 'appointment.taken-back', subject, { ...place, from, to })
}
