import { createRoute } from '@tanstack/react-router'
import { adminRoute } from '../admin/adminRoute.ts'
import { CityPage } from './CityPage.tsx'
import { ClosuresPage } from './ClosuresPage.tsx'
import { HoursPage } from './HoursPage.tsx'
import { LinePage } from './LinePage.tsx'
import { LinesPage } from './LinesPage.tsx'
import { MisusePage } from './MisusePage.tsx'
import { ProviderPage } from './ProviderPage.tsx'
import { ProvidersPage } from './ProvidersPage.tsx'
import { TeamPage } from './TeamPage.tsx'
import { TeamsPage } from './TeamsPage.tsx'

const getParentRoute = () => adminRoute

export const cityRoutes = [
  createRoute({ getParentRoute, path: '/servicezeiten', component: HoursPage }),
  createRoute({ getParentRoute, path: '/schliessungen', component: ClosuresPage }),
  createRoute({ getParentRoute, path: '/rufnummern', component: LinesPage }),
  createRoute({ getParentRoute, path: '/rufnummern/$id', component: LinePage }),
  createRoute({ getParentRoute, path: '/missbrauch', component: MisusePage }),
  createRoute({ getParentRoute, path: '/teams', component: TeamsPage }),
  createRoute({ getParentRoute, path: '/teams/$id', component: TeamPage }),
  createRoute({ getParentRoute, path: '/dienstleister', component: ProvidersPage }),
  createRoute({ getParentRoute, path: '/dienstleister/$id', component: ProviderPage }),
  createRoute({ getParentRoute, path: '/stadt', component: CityPage }),
] as const
