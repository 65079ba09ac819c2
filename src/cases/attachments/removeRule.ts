import type { Role } from '../../platform/context.ts'

/** Whoever added a file may take it away again, and a lead any. */
export const mayRemove = (actor: { accountId: string; role: Role }, addedBy: string | null): boolean =>
  actor.role === 'lead' || actor.accountId === addedBy
