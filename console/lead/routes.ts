import { createRoute } from '@tanstack/react-router'
import { shellRoute } from '../shell/shellRoute.ts'
import { LeadPage } from './LeadPage.tsx'

export const leadRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/telefon',
    staticData: { roles: ['lead', 'admin'] },
    component: LeadPage,
  }),
] as const
