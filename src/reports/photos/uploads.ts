import { Budgets } from '../../platform/http/budgets.ts'
import { networksOf } from '../../platform/http/network.ts'
import { Places } from '../../platform/http/places.ts'
import { Problem } from '../../platform/problems.ts'

/** A form without photos is shorter. */
const SMALL_BYTES = 256 * 1024
/** Twelve forms with five photos of 10 MB each are 600 MB of memory. */
const places = new Places({ total: 12, perNetwork: 3 })
const BACK_SECONDS = 20
/** A carrier's address is many people: a hundred photos at once, then six a minute. */
const OF_NETWORK = { burst: 100, perSecond: 0.1 }
const budgets = new Budgets(50_000)

/**
 * Reads and works a form that may carry photos; only so many of them are in memory at once.
 * @param bytes how long its body says it is @throws Problem 503 before anything of it is read
 */
export async function duringUpload<T>(bytes: number, address: string, work: () => Promise<T>): Promise<T> {
  if (bytes <= SMALL_BYTES) return work()
  const leave = places.enter(networksOf(address))
  if (typeof leave === 'string') throw busy()
  try {
    return await work()
  } finally {
    leave()
  }
}

const busy = (): Problem =>
  new Problem(
    503,
    'busy',
    `Gerade kommen sehr viele Fotos an. Bitte gehen Sie im Browser zurück und senden Sie das Formular in ${BACK_SECONDS} Sekunden noch einmal.`,
    {},
    { retryAfterSeconds: BACK_SECONDS },
  )

/** Whether one more photo may be decoded for somebody at this address. */
export function mayTakePhoto(address: string): boolean {
  const asked = networksOf(address).map((network) => ({ key: network, rule: OF_NETWORK }))
  return budgets.take(asked, performance.now()) === 0
}
