import { createRoute } from '@tanstack/react-router'
import type { Role } from '../../src/people/contract.ts'
import { AppShell } from './AppShell.tsx'
import { onlySignedIn } from './onlySignedIn.ts'
import { rootRoute } from './rootRoute.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may open the page; every signed-in account when absent. The server decides again for each request. */
    roles?: readonly Role[]
  }
}

/** Parent of every page for signed-in staff; sends everybody else to the sign-in page and back afterwards. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: onlySignedIn,
  component: AppShell,
})
