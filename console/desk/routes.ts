import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../shell/shellRoute.ts'

export const deskRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/arbeitsplatz',
    staticData: { roles: ['agent', 'clerk', 'report', 'lead'] },
    component: lazyRouteComponent(() => import('./DeskPage.tsx'), 'DeskPage'),
  }),
] as const
