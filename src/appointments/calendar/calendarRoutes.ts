import { parse, readInput } from '../../platform/http/mount.ts'
import { rawRoute, type Route } from '../../platform/http/route.ts'
import { calendarHeaders, calendarOf } from './calendarOf.ts'
import { secretInput } from '../contract.ts'

/** @param publicUrl what the city's pages begin with; null where only the request can tell */
export const calendarRoutes = ({ publicUrl }: { publicUrl: string | null }): readonly Route[] => [
  rawRoute({
    method: 'post',
    path: '/api/v1/appointments/:reference/calendar',
    roles: 'public',
    problemJson: true,
    async respond(c, { platform, cityId, request }) {
      const { secret } = parse(secretInput, await readInput(c, 'post'))
      const proof = { secret, address: request.address }
      const site = publicUrl ?? new URL(c.req.url).origin
      const ctx = { ...platform, cityId, actor: { kind: 'api' } } as const
      const file = await calendarOf(ctx, request.params['reference'] ?? '', proof, { site })
      return c.body(file.text, 200, calendarHeaders(file))
    },
  }),
]
