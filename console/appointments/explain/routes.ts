import { createRoute } from '@tanstack/react-router'
import { appointmentsRoute } from '../appointmentsRoute.ts'
import { ExplainPage } from './ExplainPage.tsx'

export const explainRoutes = [
  createRoute({ getParentRoute: () => appointmentsRoute, path: '/warum', component: ExplainPage }),
] as const
