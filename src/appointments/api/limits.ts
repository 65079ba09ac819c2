import type { AttackRule } from '../../platform/http/attackRule.ts'
import type { Traffic } from '../../platform/http/gate.ts'
import type { Load } from '../../platform/http/loadRule.ts'
import type { BucketRule } from '../../platform/http/tokenBucketRule.ts'

/** Everything that is counted at the gate. */
export interface Limits {
  /** Of one IPv4 address, or one IPv6 /64, for all who bring no guest's cookie. */
  network: Readonly<Record<Traffic, BucketRule>>
  /** An IPv6 /48 holds many of the above: so many times as much. */
  wide: number
  /** Of one browser with a guest's cookie; it then takes nothing from its network. */
  guest: Readonly<Record<Traffic, BucketRule>>
  /** Guest's cookies for one network: else they would be a way around its budget. */
  guests: BucketRule
  /** Above it newcomers are asked to come back. */
  load: Load
  /** Buckets kept of each sort; one is about 100 bytes. */
  most: number
  /** When holds cost a proof. */
  attack: AttackRule
}

/**
 * Carriers put more than a hundred customers behind one IPv4 address, sometimes a thousand; a school or an authority is one
 * address too. In a release somebody needs about five requests in a minute: three reads, a hold, a confirmation. So an
 * address may read 3,000 times at once and 50 times a second for good. Of what takes a time away from others there is
 * little for an address as such (40 holds, then 12 a minute; who was too late has taken none) and enough for each browser: 150 browsers of one address at once, then
 * 15 a minute, get a cookie with a budget of their own, so that one greedy neighbour does not lock out a whole carrier or class.
 */
export const LIMITS: Limits = {
  network: {
    read: { burst: 3_000, perSecond: 50 },
    take: { burst: 40, perSecond: 0.2 },
    finish: { burst: 600, perSecond: 5 },
  },
  wide: 4,
  guest: {
    read: { burst: 60, perSecond: 1 },
    take: { burst: 6, perSecond: 1 / 20 },
    finish: { burst: 40, perSecond: 0.5 },
  },
  guests: { burst: 150, perSecond: 0.25 },
  load: { delayMs: 500, inFlight: 1_000 },
  most: 50_000,
  // In two minutes: 60 networks that ask for more than is good, or 60 holds that run out while hardly any is confirmed. In a
  // release people who look around let times run out too, but many more confirm.
  attack: { sliceMs: 15_000, slices: 8, networks: 60, lost: 60, lostShare: 0.75, calmMs: 600_000 },
}
