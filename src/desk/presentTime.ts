import { cityOf } from '../city/index.ts'
import type { StaffContext } from '../platform/context.ts'
import type { Reader } from '../platform/db/connect.ts'
import type { AppointmentReference } from '../shared/appointmentReference.ts'
import { aloudMoment, shortMoment } from '../shared/spokenMoment.ts'
import { spelling } from '../shared/spelling.ts'
import type { TimeRange } from '../shared/timeRange.ts'
import type { BookedView, BookingPlace, HeldTime, TimeOffer } from './contract.ts'

type TimeAt = TimeRange & { office: BookingPlace }

/** '1234 5678': in two groups, as it is said. */
export const groupedKey = (key: string): string => `${key.slice(0, 4)} ${key.slice(4)}`

/** How times are said in this city now. */
export async function timesIn(ctx: StaffContext, reader: Reader = ctx.db) {
  const { timeZone } = await cityOf(reader, ctx.cityId)
  const now = ctx.clock.now()
  const offer = ({ start, end, office }: TimeAt): TimeOffer => ({
    office,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    ...shortMoment(start, now, timeZone),
  })
  return {
    offer,
    /** 'Do, 26.11.', '10:15', and the same as it is said. */
    named: (start: number) => ({
      ...shortMoment(start, now, timeZone),
      aloud: aloudMoment(start, now, timeZone),
    }),
    held: (range: TimeAt, hold: Pick<HeldTime, 'id' | 'extended'> & { expiresAt: Date }): HeldTime => ({
      ...offer(range),
      id: hold.id,
      extended: hold.extended,
      expiresAt: hold.expiresAt.toISOString(),
      aloud: aloudMoment(range.start, now, timeZone),
    }),
    booked: (
      start: number,
      reference: AppointmentReference | null,
      told: BookedView['told'],
      phoneKey: string | null = null,
    ): BookedView => ({
      reference,
      told,
      phoneKey: phoneKey && groupedKey(phoneKey),
      spelled: reference && spelling(reference).join(', '),
      aloud: aloudMoment(start, now, timeZone),
    }),
  }
}
