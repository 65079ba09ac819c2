import type { Role } from '../platform/context.ts'

/** So often staff pass a report on by themselves; then somebody who sees all teams decides. */
export const ROUTED_BY_ANYBODY = 2

/** Whether this role may pass on a report that was passed on so many times already. */
export const mayRoute = (role: Role, timesRouted: number): boolean =>
  timesRouted < ROUTED_BY_ANYBODY || role === 'lead' || role === 'admin'
