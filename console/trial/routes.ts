import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../shell/rootRoute.ts'
import { shellRoute } from '../shell/shellRoute.ts'
import { onlySignedIn } from '../shell/onlySignedIn.ts'
import { BoardPage } from './BoardPage.tsx'
import { WallboardPage } from './WallboardPage.tsx'

const staticData = { roles: ['lead', 'admin'] } as const

const boardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/uebersicht',
  staticData,
  component: BoardPage,
})

/** Outside the frame: a wall screen shows nothing else. */
export const wallboardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/wandtafel',
  beforeLoad: onlySignedIn,
  component: WallboardPage,
})

export const trialRoutes = [boardRoute] as const
