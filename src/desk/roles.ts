import type { Role } from '../platform/context.ts'

/** Who answers calls: the provider's agents, and city employees with a headset. */
export const DESK_ROLES = ['agent', 'clerk', 'report', 'lead'] as const satisfies readonly Role[]
