import type { Rules } from './model.ts'

/** How long one desk rings before the caller goes on to the next. */
export const OFFER_MS = 12_000

/** The times of every city's exchange; what may differ by line is set at the line. */
export const EXCHANGE_RULES: Omit<Rules, 'paused'> = {
  offerMs: OFFER_MS,
  shortestOfferMs: 6_000,
  backOffMs: 10_000,
  prefersMs: 7_000,
  offerAgainMs: 45_000,
}
