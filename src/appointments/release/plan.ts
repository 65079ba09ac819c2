/** Who a part of the capacity is for: the web pages and other programs, the telephone, the counter, emergencies. */
export const QUOTAS = ['web', 'phone', 'counter', 'emergency'] as const
export type Quota = (typeof QUOTAS)[number]

/** Minutes of the wall clock since local midnight, 0 to 1439. */
export type WallTime = number

/** A part of each day's capacity opens so many days before it. */
export interface RollingStep {
  /** 0: on the day itself. */
  readonly daysBefore: number
  readonly at: WallTime
  /** Of the capacity, 1 to 100. */
  readonly percent: number
}

/** So much of what is released is kept for a quota, until it flows back to all. */
export interface QuotaShare {
  readonly quota: Quota
  /** 1 to 100. */
  readonly percent: number
  /** 0: on the day itself. */
  readonly backDays: number
  readonly backAt: WallTime
}

export interface PoolTime {
  /** ISO, 1 is Monday. */
  readonly weekdays: readonly number[]
  readonly at: WallTime
}

export type ReleaseRule =
  /** All its days become bookable at one moment. */
  | { readonly kind: 'batch'; readonly opens: { readonly date: string; readonly at: WallTime } }
  /** Each of its days becomes bookable some days ahead, in one step or in several. */
  | { readonly kind: 'rolling'; readonly steps: readonly RollingStep[] }
  /** What is given back on its days is kept until the next of these times. */
  | { readonly kind: 'pool'; readonly times: readonly PoolTime[] }
  | { readonly kind: 'quota'; readonly shares: readonly QuotaShare[] }

/** A plan that counts: it decides about the days from `from` to `until`, dates 'YYYY-MM-DD', both included. */
export interface ReleasePlan {
  readonly id: string
  readonly from: string
  /** Null: without an end. */
  readonly until: string | null
  readonly rule: ReleaseRule
}
