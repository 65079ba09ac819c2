import type { Role } from '../../platform/context.ts'

/** Who reads the city's mailbox: the Bürgertelefon, and who leads and sets up. */
export const MAIL_STAFF = ['report', 'lead', 'admin'] as const satisfies readonly Role[]
