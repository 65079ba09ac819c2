import { parse, readInput } from '../../platform/http/mount.ts'
import { rawRoute, type Route } from '../../platform/http/route.ts'
import { calendarWords } from '../api/changingWords.ts'
import { docOf } from '../../platform/http/apiWords.ts'
import { calendarHeaders, calendarOf } from './calendarOf.ts'
import { secretInput } from '../contract.ts'

/** @param publicUrl what the city's pages begin with; null where only the request can tell */
export const calendarRoutes = ({ publicUrl }: { publicUrl: string | null }): readonly Route[] => [
  rawRoute({
    method: 'post',
    path: '/api/v1/appointments/:reference/calendar',
    roles: 'public',
    problemJson: true,
    traffic: 'finish',
    doc: docOf(calendarWords, { body: secretInput }, { status: 200, contentType: 'text/calendar' }),
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
