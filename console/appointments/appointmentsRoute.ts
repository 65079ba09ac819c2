import { createRoute, redirect } from '@tanstack/react-router'
import { meQuery } from '../platform/session.ts'
import { CITY_STAFF } from '../shell/navigation.ts'
import { shellRoute } from '../shell/shellRoute.ts'
import { AppointmentsLayout } from './AppointmentsLayout.tsx'
import { appointmentPagesOf } from './pages.ts'

/** Parent of every page about appointments; each page names its own roles besides. */
export const appointmentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/termine',
  staticData: { roles: CITY_STAFF },
  component: AppointmentsLayout,
})

export const appointmentsHomeRoute = createRoute({
  getParentRoute: () => appointmentsRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery)
    throw redirect({ to: (me && appointmentPagesOf(me.role)[0]?.to) ?? '/' })
  },
})
