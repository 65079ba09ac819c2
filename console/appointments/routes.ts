import { appointmentsHomeRoute, appointmentsRoute } from './appointmentsRoute.ts'
import { officeDayRoutes } from './day/routes.ts'
import { explainRoutes } from './explain/routes.ts'
import { releaseRoutes } from './release/routes.ts'
import { settingsRoutes } from './settings/routes.ts'

/** Everything about appointments: each folder lists its own pages; the navigation's line stands in `pages.ts`. */
export const appointmentRoutes = [
  appointmentsRoute.addChildren([
    appointmentsHomeRoute,
    ...officeDayRoutes,
    ...settingsRoutes,
    ...releaseRoutes,
    ...explainRoutes,
  ]),
] as const
