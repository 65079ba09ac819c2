import { cityRoutes } from './city/index.ts'
import type { Config } from './config.ts'
import type { Platform } from './platform/context.ts'
import type { ReadyCheck } from './platform/http/ready.ts'
import type { Route } from './platform/http/route.ts'
import type { JobKind } from './platform/jobs/jobs.ts'

/** All rooms of the house, wired once. */
export interface Rooms {
  /** Every route of every room; the route walk reads the same list. */
  routes: readonly Route[]
  jobKinds: readonly JobKind[]
  readiness: readonly ReadyCheck[]
  start(): Promise<void>
  stop(): Promise<void>
}

export function createRooms(_platform: Platform, _config: Pick<Config, 'ari'>): Rooms {
  return {
    routes: [...cityRoutes],
    jobKinds: [],
    readiness: [],
    start: async () => undefined,
    stop: async () => undefined,
  }
}
