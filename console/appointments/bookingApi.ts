import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  bookedView,
  heldTime,
  offersView,
  type BookInput,
  type HeldTime,
  type holdTimeInput,
  type offersInput,
} from '../../src/desk/contract.ts'
import { api, nothing } from '../platform/api.ts'

/** What somebody books in: a call at the desk, or a callback in hand. */
export type BookingWork = { kind: 'call' | 'callback'; id: string }

const path = ({ kind, id }: BookingWork, what: string): string =>
  kind === 'call'
    ? `/api/v1/desk/calls/${id}/appointment/${what}`
    : `/api/v1/callbacks/${id}/appointment/${what}`

/** Times for what is wished; nothing is asked without a service. */
export const offersQuery = (work: BookingWork, wish: z.input<typeof offersInput>) =>
  queryOptions({
    queryKey: ['booking', work.id, wish],
    queryFn: ({ signal }) => api.post(path(work, 'offers'), offersView, wish, { signal }),
    enabled: wish.services.length > 0,
    throwOnError: false,
    retry: false,
    staleTime: 0,
  })

export const bookingApi = {
  hold: (work: BookingWork, input: z.input<typeof holdTimeInput>) =>
    api.post(path(work, 'hold'), heldTime, input),
  extend: (work: BookingWork, held: HeldTime) => api.post(path(work, 'extend'), heldTime, { held }),
  release: (work: BookingWork) => api.post(path(work, 'release'), nothing),
  /** Ends a callback with the held appointment. */
  book: (id: string, input: BookInput) => api.post(path({ kind: 'callback', id }, 'book'), bookedView, input),
}

/** Gives a time back that is not wanted any more; where that fails the hold ends by itself. */
export function giveBack(work: BookingWork): void {
  bookingApi.release(work).catch(() => undefined)
}
