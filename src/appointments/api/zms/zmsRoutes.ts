import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import { rawRoute, type RequestScope, type Route } from '../../../platform/http/route.ts'
import { taggedJson } from '../../../platform/http/taggedJson.ts'
import { asApi } from '../../../platform/http/postRoute.ts'
import { docOf } from '../../../platform/http/apiWords.ts'
import { readCalendarQuery, ZMS_ERRORS, type ZmsErrorCode } from './calendarQuery.ts'
import { calendarView } from './calendarView.ts'
import { readCalendar } from './readCalendar.ts'
import { zmsWords } from './zmsWords.ts'

async function askCalendar(c: HonoContext, scope: RequestScope): Promise<Response> {
  const query = readCalendarQuery(c.req.query())
  if (!query.ok) return refuse(c, query.errors)
  const calendar = await readCalendar(asApi(scope), query.value)
  if (!calendar) return refuse(c, ['invalidLocationAndServiceCombination'])
  return taggedJson(c, JSON.stringify(calendar))
}

/** In ZMS's own shape: its front ends read the codes. */
function refuse(c: HonoContext, codes: readonly ZmsErrorCode[]): Response {
  const errors = codes.map((errorCode) => {
    const [statusCode, errorMessage] = ZMS_ERRORS[errorCode]
    return { errorCode, errorMessage, statusCode, errorType: 'warning' }
  })
  return c.json({ errors }, 400)
}

/** The parameters, for the documentation; what is read is decided by `readCalendarQuery`. */
const documented = z.object({
  startDate: z.iso.date(),
  endDate: z.iso.date(),
  officeIds: z.string().meta({ description: 'Büros, durch Kommas getrennt.' }),
  serviceIds: z.string().meta({ description: 'Leistungen, durch Kommas getrennt.' }),
  serviceCounts: z.string().meta({ description: 'Für wie viele Personen, je Leistung eine Zahl.' }),
  slotsStartDate: z.iso
    .date()
    .optional()
    .meta({ description: 'Nur ab diesem Tag stehen Uhrzeiten in der Antwort.' }),
  slotsEndDate: z.iso.date().optional().meta({ description: 'Nur bis zu diesem Tag.' }),
})

/** Read routes of ZMS's citizen interface, so that a front end made for it can be pointed at us. */
export const zmsRoutes: readonly Route[] = ['/available-calendar/', '/available-calendar'].map((path) =>
  rawRoute({
    method: 'get',
    path,
    roles: 'public',
    traffic: 'read',
    ...(path.endsWith('/')
      ? {
          doc: docOf(
            zmsWords,
            { query: documented },
            { status: 200, name: 'ZmsCalendar', schema: calendarView },
          ),
        }
      : {}),
    respond: askCalendar,
  }),
)
