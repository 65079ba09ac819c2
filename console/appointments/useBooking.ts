import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { BookingDraft, HeldTime, OffersView } from '../../src/desk/contract.ts'
import { announce } from '../platform/announce.ts'
import { ApiError, fieldsOf, messageOf } from '../platform/apiError.ts'
import { serverNow } from '../platform/serverClock.ts'
import { bookingApi, giveBack, offersQuery, type BookingWork } from './bookingApi.ts'

export interface BookingInput {
  work: BookingWork
  serviceId: string
  value: BookingDraft
  change: (part: Partial<BookingDraft>) => void
  /** What the last save said about the appointment. */
  error: string | undefined
}

export interface Booking {
  offers: OffersView | undefined
  loading: boolean
  /** Why there is no time to choose, or why the chosen one is gone. */
  problem: string | undefined
  busy: boolean
  /** First day that is looked at; null: as soon as possible. */
  from: string | null
  lookFrom: (date: string | null) => void
  /** Times are taken from what is kept for emergencies. */
  emergency: boolean
  takeEmergency: (is: boolean) => void
  later: () => void
  hold: (time: Pick<HeldTime, 'start' | 'office'>) => void
  /** Only there; null: anywhere in the city. */
  office: string | null
  lookAt: (office: string | null) => void
  extend: () => void
  /** Persons or services: what was held does not fit any more. */
  reshape: (part: Partial<Pick<BookingDraft, 'persons' | 'more'>>) => void
}

const OVER = 'Die Reservierung ist abgelaufen. Bitte eine der Zeiten wählen, sie sind jetzt frei.'

/** Looking for a time, holding it while speaking, losing it without losing anything else. */
export function useBooking({ work, serviceId, value, change, error }: BookingInput): Booking {
  const [from, setFrom] = useState<string | null>(null)
  const [office, setOffice] = useState<string | null>(null)
  const [emergency, setEmergency] = useState(false)
  const [lost, setLost] = useState<string | null>(null)
  const { held, persons, more } = value
  const services = [serviceId, ...more.map(({ id }) => id)].map((id) => ({ id, persons }))
  const offers = useQuery({
    ...offersQuery(work, { services, from, office, emergency }),
    placeholderData: keepPreviousData,
  })
  const lose = (why: string): void => {
    setLost(why)
    change({ held: null })
    void offers.refetch()
  }
  const hold = useMutation({
    mutationFn: ({ start, office: at }: Pick<HeldTime, 'start' | 'office'>) =>
      bookingApi.hold(work, { services, start, emergency, ...(at ? { office: at.id } : {}) }),
    onSuccess: keepHeld,
    onError: (refused) => lose(sentenceOf(refused)),
  })
  const extend = useMutation({
    mutationFn: (time: HeldTime) => bookingApi.extend(work, time),
    onSuccess: keepHeld,
    onError: (refused) => lose(sentenceOf(refused)),
  })
  function keepHeld(time: HeldTime): void {
    setLost(null)
    announce(`Ausgewählt: ${time.aloud}.`)
    change({ held: time })
  }
  useWhenOver(held, () => lose(OVER))
  useWhenRefused(held ? error : undefined, lose)
  const busy = hold.isPending || extend.isPending
  return {
    offers: offers.data,
    loading: offers.isPending,
    problem: lost ?? error ?? (offers.error ? sentenceOf(offers.error) : undefined),
    busy,
    from,
    lookFrom: setFrom,
    emergency,
    takeEmergency: setEmergency,
    later: () => offers.data?.later && setFrom(offers.data.later),
    hold: (time) => !busy && hold.mutate(time),
    office,
    lookAt: setOffice,
    extend() {
      if (!held || busy) return
      // Once more is allowed; after that the same time is held anew.
      if (held.extended) hold.mutate(held)
      else extend.mutate(held)
    },
    reshape(part) {
      if (held) giveBack(work)
      change({ ...part, held: null })
    },
  }
}

/** The field's own sentence where there is one. */
function sentenceOf(refused: unknown): string {
  const { appointment, services } = fieldsOf(refused)
  if (refused instanceof ApiError && refused.status === 404)
    return 'Diese Stadt vergibt noch keine Termine über das Telefon.'
  return appointment ?? services ?? messageOf(refused)
}

/** Calls back when the held time is over, also after a computer slept. */
function useWhenOver(held: HeldTime | null, over: () => void): void {
  const fire = useEffectEvent(over)
  const expiresAt = held?.expiresAt
  useEffect(() => {
    if (!expiresAt) return
    const look = (): void => {
      if (serverNow() >= Date.parse(expiresAt)) fire()
    }
    look()
    const timer = setInterval(look, 500)
    return () => clearInterval(timer)
  }, [expiresAt])
}

/** A save was refused because of the time that is held. */
function useWhenRefused(error: string | undefined, lose: (why: string) => void): void {
  const fire = useEffectEvent(lose)
  useEffect(() => {
    if (error) fire(error)
  }, [error])
}
