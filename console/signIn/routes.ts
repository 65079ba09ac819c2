import { createRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { meQuery } from '../platform/session.ts'
import { homeOf } from '../shell/navigation.ts'
import { rootRoute } from '../shell/rootRoute.ts'
import { SignInPage } from './SignInPage.tsx'

/** `weiter`: where the person wanted to go; only a path of this console. */
const search = z.object({
  weiter: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
})

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/anmelden',
  validateSearch: search,
  beforeLoad: async ({ context, search: { weiter } }) => {
    const me = await context.queryClient.ensureQueryData(meQuery)
    if (me) throw weiter ? redirect({ to: weiter }) : redirect({ to: homeOf(me.role) })
  },
  component: SignInPage,
})
