import { createRouter } from '@tanstack/react-router'
import { createQueryClient } from './platform/queryClient.ts'
import { pageRoutes } from './routes.ts'
import { FailurePage } from './shell/FailurePage.tsx'
import { homeRoute } from './shell/homeRoute.ts'
import { rootRoute } from './shell/rootRoute.ts'
import { shellRoute } from './shell/shellRoute.ts'
import { signInRoute } from './signIn/routes.ts'
import { wallboardRoute } from './trial/routes.ts'

export const queryClient = createQueryClient(() => {
  const { pathname, href } = router.state.location
  if (pathname === '/anmelden') return
  void router.navigate({ to: '/anmelden', search: { weiter: href } })
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    wallboardRoute,
    shellRoute.addChildren([homeRoute, ...pageRoutes]),
  ]),
  basepath: '/console',
  context: { queryClient },
  defaultErrorComponent: FailurePage,
  defaultPendingMs: 300,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
