import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appointmentsRoute } from '../appointmentsRoute.ts'
import { DayPage } from './DayPage.tsx'
import { FiguresPage } from './FiguresPage.tsx'
import { SettlePage } from './SettlePage.tsx'

const staticData = { roles: ['clerk', 'lead'] } as const

/** Without an office the city's first, without a day today. */
const officeSearch = z.object({ buero: z.string().max(40).optional().catch(undefined) })
const periodSearch = officeSearch.extend({
  von: z.iso.date().optional().catch(undefined),
  bis: z.iso.date().optional().catch(undefined),
})
const search = officeSearch.extend({
  tag: z.iso.date().optional().catch(undefined),
})

export const officeDayRoutes = [
  createRoute({
    getParentRoute: () => appointmentsRoute,
    path: '/tag',
    validateSearch: search,
    staticData,
    component: DayPage,
  }),
  createRoute({
    getParentRoute: () => appointmentsRoute,
    path: '/klaeren',
    validateSearch: officeSearch,
    staticData,
    component: SettlePage,
  }),
  createRoute({
    getParentRoute: () => appointmentsRoute,
    path: '/zahlen',
    validateSearch: periodSearch,
    staticData,
    component: FiguresPage,
  }),
] as const
