import { createRoute } from '@tanstack/react-router'
import { adminRoute } from '../admin/adminRoute.ts'
import { OutsideNumberPage } from './OutsideNumberPage.tsx'
import { OutsidePage } from './OutsidePage.tsx'

const getParentRoute = () => adminRoute

export const outsideRoutes = [
  createRoute({ getParentRoute, path: '/externe-ziele', component: OutsidePage }),
  createRoute({ getParentRoute, path: '/externe-ziele/$id', component: OutsideNumberPage }),
] as const
