import type { Carrier } from '../exchange/carrier.ts'

const nothing = async (): Promise<void> => undefined

/** Carries played callers: there is no telephone, so there is nothing to ring, to join or to hang up. */
export const trainingCarrier: Carrier = {
  offer: nothing,
  withdraw: nothing,
  connect: nothing,
  overflow: nothing,
  offerCallback: nothing,
  park: nothing,
  end: nothing,
}
