import { catalogueRoutes } from '../catalogue/routes.ts'
import { cityRoutes } from '../city/routes.ts'
import { outsideRoutes } from '../outside/routes.ts'
import { peopleRoutes } from '../people/routes.ts'
import { promptRoutes } from '../prompts/routes.ts'
import { reportCategoryRoutes } from '../reports/categories/routes.ts'
import { intakeRoutes } from '../reports/mails/routes.ts'
import { open311Routes } from '../reports/open311/routes.ts'
import { textModuleRoutes } from '../textModules/routes.ts'
import { telephonyRoutes } from '../telephony/routes.ts'
import { adminHomeRoute, adminRoute } from './adminRoute.ts'

/** The administration: each room lists its own pages. */
export const adminRoutes = [
  adminRoute.addChildren([
    adminHomeRoute,
    ...cityRoutes,
    ...peopleRoutes,
    ...catalogueRoutes,
    ...telephonyRoutes,
    ...promptRoutes,
    ...outsideRoutes,
    ...textModuleRoutes,
    ...reportCategoryRoutes,
    ...open311Routes,
    ...intakeRoutes,
  ]),
] as const
