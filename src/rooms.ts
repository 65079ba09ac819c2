import type { JobKind } from './platform/jobs/jobs.ts'
import type { Platform } from './platform/context.ts'
import type { Route } from './platform/http/route.ts'

/** Every route of every room; the route walk reads the same list. */
export const routes: readonly Route[] = []

/** Every kind of job; `platform` reaches the verbs they call. */
export const jobKinds = (_platform: Platform): JobKind[] => []
