import { CITY_STAFF } from '../platform/http/route.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import { holidaysBetween } from './holidaysBetween.ts'
import type { CityView, LineView } from './contract.ts'
import { cityOf } from './cityOf.ts'
import { clockTime } from './clockTime.ts'
import { formatNational } from '../shared/phoneNumber.ts'
import { serviceHoursOf } from './serviceHoursOf.ts'
import type { Line } from './model.ts'
import * as store from './store.ts'
import { notFound } from '../platform/problems.ts'

/** Everything an administrator sets, for the city's own staff. */
export async function readCity(ctx: StaffContext): Promise<CityView> {
  requireRole(ctx, ...CITY_STAFF)
  const { db, cityId } = ctx
  const city = await cityOf(db, cityId)
  const rules = await store.loadHoursRules(db, cityId)
  if (!rules) throw notFound('Diese Stadt')
  const year = Number((await serviceHoursOf(db, cityId)).dateOf(ctx.clock.now()).slice(0, 4))
  const lines = await store.listLines(db, cityId)
  return {
    ...city,
    hostnames: [...city.hostnames],
    hours: rules.week.map(({ weekday, opens, closes }) => ({
      weekday,
      opens: clockTime(opens),
      closes: clockTime(closes),
    })),
    closures: rules.closures,
    holidays: holidaysBetween(city.land, `${year}-01-01`, `${year + 1}-12-31`),
    lines: lines.map(lineView),
    teams: await store.listTeams(db, cityId),
    providers: await store.listProviders(db, cityId),
  }
}

function lineView({
  id,
  name,
  number,
  purpose,
  greeting,
  answeringTeamId,
  callbackTeamId,
  active,
  routing,
}: Line): LineView {
  const { needs, helperTeamIds, widenAfterMs, overflow, offerAfterMs } = routing
  return {
    id,
    name,
    number,
    numberNational: formatNational(number),
    purpose,
    greeting,
    answeringTeamId,
    callbackTeamId,
    active,
    routing: {
      needs: [...needs],
      helperTeamIds: [...helperTeamIds],
      widenAfterSeconds: widenAfterMs / 1000,
      overflowNumber: overflow ? formatNational(overflow.number) : '',
      overflowBasis: overflow?.basis ?? '',
      overflowAfterSeconds: (overflow?.afterMs ?? 8_000) / 1000,
      offerAfterSeconds: offerAfterMs / 1000,
    },
  }
}
