import type { Route } from '../../platform/http/route.ts'
import { soundRoute } from './soundRoute.ts'

export const promptRoutes: readonly Route[] = [soundRoute]
