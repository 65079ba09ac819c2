import { useEffect, useEffectEvent, useState } from 'react'
import { z } from 'zod'
import type { CallbackView } from '../../src/callbacks/contract.ts'
import { bookingDraft, type BookInput } from '../../src/desk/contract.ts'
import { giveBack, type BookingWork } from '../appointments/bookingApi.ts'
import { forgetDraft, keepDraft, keptDraft } from '../platform/drafts.ts'

const kept = z.object({
  booking: bookingDraft,
  service: z.object({ id: z.string(), name: z.string() }).nullable(),
  name: z.string(),
  phone: z.string(),
  email: z.string().default(''),
})
export type ChosenAppointment = z.infer<typeof kept>

export interface AppointmentOfCallback {
  work: BookingWork
  chosen: ChosenAppointment
  change: (part: Partial<ChosenAppointment>) => void
  /** What is to be booked; null while no time is held. */
  input: () => Omit<BookInput, 'note'> | null
  /** Not this outcome after all. */
  drop: () => void
  forget: () => void
}

/** The appointment that a callback may end with, with the contact of its case; kept on this computer over a reload. */
export function useAppointment({ item, case: found }: CallbackView): AppointmentOfCallback {
  const draft = `callback.${item.id}.appointment`
  const work: BookingWork = { kind: 'callback', id: item.id }
  const first: ChosenAppointment = {
    booking: bookingDraft.parse({}),
    service: found.service && { id: found.service.id, name: found.service.name },
    name: found.contactName ?? '',
    phone: found.contactPhoneNational ?? '',
    email: found.contactEmail ?? '',
  }
  const [chosen, setChosen] = useState(() => keptDraft(draft, kept) ?? first)
  const put = (next: ChosenAppointment): void => {
    setChosen(next)
    keepDraft(draft, next, Date.now())
  }
  const { booking, service, name, phone, email } = chosen
  const drop = (): void => {
    if (!booking.held) return
    giveBack(work)
    put({ ...chosen, booking: { ...booking, held: null } })
  }
  useLeaving(() => {
    if (booking.held) giveBack(work)
    forgetDraft(draft)
  })
  return {
    work,
    chosen,
    change: (part) => put({ ...chosen, ...part }),
    input: () =>
      booking.held && service
        ? {
            appointment: booking,
            serviceId: service.id,
            contactName: name,
            contactPhone: phone,
            contactEmail: email,
          }
        : null,
    drop,
    forget: () => forgetDraft(draft),
  }
}

/** Whoever goes to another page gives the time back; a reload keeps it. */
function useLeaving(run: () => void): void {
  const leave = useEffectEvent(run)
  useEffect(() => () => leave(), [])
}
