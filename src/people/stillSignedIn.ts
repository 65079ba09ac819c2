import type { StaffContext } from '../platform/context.ts'
import { listSessions } from './listSessions.ts'

/** Whether the session of a long-lived context still lives; asking does not prolong it. */
export async function stillSignedIn(ctx: StaffContext): Promise<boolean> {
  return (await listSessions(ctx)).some((session) => session.current)
}
