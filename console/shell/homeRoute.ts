import { createRoute, redirect } from '@tanstack/react-router'
import { meQuery } from '../platform/session.ts'
import { homeOf } from './navigation.ts'
import { shellRoute } from './shellRoute.ts'

/** `/console/` leads to what the role does all day. */
export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery)
    throw redirect({ to: me ? homeOf(me.role) : '/anmelden' })
  },
})
