import { createRoute } from '@tanstack/react-router'
import { adminRoute } from '../../admin/adminRoute.ts'
import { CategoriesPage } from './CategoriesPage.tsx'
import { CategoryPage } from './CategoryPage.tsx'

const getParentRoute = () => adminRoute

export const reportCategoryRoutes = [
  createRoute({ getParentRoute, path: '/meldungen', component: CategoriesPage }),
  createRoute({ getParentRoute, path: '/meldungen/$id', component: CategoryPage }),
] as const
