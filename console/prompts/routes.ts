import { createRoute } from '@tanstack/react-router'
import { adminRoute } from '../admin/adminRoute.ts'
import { PromptPage } from './PromptPage.tsx'
import { PromptsPage } from './PromptsPage.tsx'

const getParentRoute = () => adminRoute

export const promptRoutes = [
  createRoute({ getParentRoute, path: '/ansagen', component: PromptsPage }),
  createRoute({ getParentRoute, path: '/ansagen/$lang/$name', component: PromptPage }),
] as const
