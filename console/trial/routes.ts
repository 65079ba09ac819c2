import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '../shell/rootRoute.ts'
import { shellRoute } from '../shell/shellRoute.ts'
import { onlySignedIn } from '../shell/onlySignedIn.ts'
import { BoardPage } from './BoardPage.tsx'
import { CallbackFiguresPage } from './figures/CallbackFiguresPage.tsx'
import { TrialPage } from './trials/TrialPage.tsx'
import { TrialsPage } from './trials/TrialsPage.tsx'
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

/** Without days it is the running month. What is no day goes to the server, which says so at the field. */
const callbackFiguresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/zahlen/rueckrufe',
  validateSearch: z.object({
    von: z.string().max(40).optional().catch(undefined),
    bis: z.string().max(40).optional().catch(undefined),
  }),
  staticData,
  component: CallbackFiguresPage,
})

const trialsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/zahlen/testbetrieb',
  staticData,
  component: TrialsPage,
})

const oneTrialRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/zahlen/testbetrieb/$id',
  staticData,
  component: TrialPage,
})

export const trialRoutes = [boardRoute, callbackFiguresRoute, trialsRoute, oneTrialRoute] as const
