import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { CITY_STAFF } from '../../shell/navigation.ts'
import { shellRoute } from '../../shell/shellRoute.ts'
import { EntryPage } from './EntryPage.tsx'
import { PersonPage } from './PersonPage.tsx'
import { RosterPage } from './RosterPage.tsx'

const getParentRoute = () => shellRoute
const staticData = { roles: CITY_STAFF } as const
/** Without a team the first one, without a day this week. */
const search = z.object({
  team: z.uuid().optional().catch(undefined),
  woche: z.iso.date().optional().catch(undefined),
})

export const rosterRoutes = [
  createRoute({
    getParentRoute,
    path: '/dienstplan',
    validateSearch: search,
    staticData,
    component: RosterPage,
  }),
  createRoute({ getParentRoute, path: '/dienstplan/$team/$person', staticData, component: PersonPage }),
  createRoute({
    getParentRoute,
    path: '/dienstplan/$team/$person/zeit/$entry',
    staticData: { roles: ['lead', 'admin'] },
    component: EntryPage,
  }),
] as const
