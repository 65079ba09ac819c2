import { accountRoutes } from './account/routes.ts'
import { adminRoutes } from './admin/routes.ts'
import { appointmentRoutes } from './appointments/routes.ts'
import { callbacksRoutes } from './callbacks/routes.ts'
import { rosterRoutes } from './callbacks/roster/routes.ts'
import { casesRoutes } from './cases/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { leadRoutes } from './lead/routes.ts'
import { mailsRoutes } from './reports/mails/routes.ts'
import { reportsRoutes } from './reports/routes.ts'
import { trialRoutes } from './trial/routes.ts'

/** Pages for signed-in staff. Each folder lists its own in `routes.ts`, all below `shellRoute`; add a folder here. */
export const pageRoutes = [
  ...trialRoutes,
  ...leadRoutes,
  ...deskRoutes,
  ...callbacksRoutes,
  ...rosterRoutes,
  ...casesRoutes,
  ...reportsRoutes,
  ...mailsRoutes,
  ...appointmentRoutes,
  ...adminRoutes,
  ...accountRoutes,
] as const
