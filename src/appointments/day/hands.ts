import type { Role } from '../../platform/context.ts'

/** Who runs the office's day; a provider's agents never see who comes. */
export const DAY_STAFF = ['clerk', 'lead'] as const satisfies readonly Role[]

/** Who closes a day of an office. */
export const DAY_CLOSERS = ['lead'] as const satisfies readonly Role[]

/** Who takes somebody for whom the plan has no room. */
export const BESIDE_PLAN = ['lead'] as const satisfies readonly Role[]
