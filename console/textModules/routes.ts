import { createRoute } from '@tanstack/react-router'
import { adminRoute } from '../admin/adminRoute.ts'
import { TextModulePage } from './TextModulePage.tsx'
import { TextModulesPage } from './TextModulesPage.tsx'

const getParentRoute = () => adminRoute

export const textModuleRoutes = [
  createRoute({ getParentRoute, path: '/textbausteine', component: TextModulesPage }),
  createRoute({ getParentRoute, path: '/textbausteine/$id', component: TextModulePage }),
] as const
