import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appointmentsRoute } from '../appointmentsRoute.ts'
import { DayPage } from './DayPage.tsx'

const staticData = { roles: ['clerk', 'lead'] } as const

/** Without an office the city's first, without a day today. */
const search = z.object({
  buero: z.string().max(40).optional().catch(undefined),
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
] as const
