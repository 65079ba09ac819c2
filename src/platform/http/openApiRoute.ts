import { type ApiInfo, openApi } from './openApi.ts'
import { rawRoute, type Route } from './route.ts'
import { taggedJson } from './taggedJson.ts'

/** `GET /api/v1/openapi.json`: the described ones of these routes, for programs. Written once. */
export function openApiRoute(routes: readonly Route[], info: ApiInfo): Route {
  const body = JSON.stringify(openApi(routes, info))
  return rawRoute({
    method: 'get',
    path: '/api/v1/openapi.json',
    roles: 'public',
    problemJson: true,
    respond: (c) => taggedJson(c, body),
  })
}
