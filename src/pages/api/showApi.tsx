import { type ApiInfo, operationsOf } from '../../platform/http/openApi.ts'
import type { Route } from '../../platform/http/route.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { ApiPage } from './ApiPage.tsx'

/** `GET /api/docs`: the described ones of these routes, for people. */
export function showApi(routes: readonly Route[], info: ApiInfo): (visit: Visit) => Promise<Response> {
  const operations = operationsOf(routes, info.groups)
  return async (visit) => render(visit.c, <ApiPage frame={visit.frame} info={info} operations={operations} />)
}
