import { cityOf, teamsOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { localDay, rangeOfDays } from '../localDay.ts'
import * as days from '../store.ts'
import { type CallbackFigures, GROUPINGS, type Grouping, LEAST_SHOWN, type PeriodInput } from './contract.ts'
import { figuresOfPeriod } from './figuresOfPeriod.ts'
import { type GroupFigures, serviceNames } from './figuresStore.ts'
import { periodOf } from './period.ts'
import { presentGroups } from './presentGroups.ts'

/** The figures of callbacks of a period, of the running month when none is named. No person is in them. */
export async function readCallbackFigures(ctx: StaffContext, input: PeriodInput): Promise<CallbackFigures> {
  requireRole(ctx, 'lead', 'admin')
  return days.inOneMoment(ctx.db, async (tx) => {
    const { timeZone } = await cityOf(tx, ctx.cityId)
    const city = { id: ctx.cityId, timeZone }
    const period = periodOf(input, localDay(ctx.clock.now(), timeZone))
    const all = await figuresOfPeriod(tx, city, period)
    const range = rangeOfDays(period, timeZone)
    const { opened, settledInCall } = await days.caseFigures(tx, ctx.cityId, range)
    const cases = opened < LEAST_SHOWN ? null : { opened, settledInCall }
    const total = all.find(({ by }) => by === 'total')?.figures
    const promised = total?.promised ?? 0
    if (!total || promised < LEAST_SHOWN) {
      return { ...period, size: promised === 0 ? 'none' : 'few', total: null, cases, groups: [] }
    }
    const names = await namesOf(tx, ctx.cityId, all)
    const groups = GROUPINGS.map((by) => presentGroups(by, all, total, names[by]))
    return { ...period, size: 'enough', total, cases, groups }
  })
}

type Names = ReadonlyMap<string, string>

async function namesOf(
  reader: Reader,
  cityId: string,
  all: readonly GroupFigures[],
): Promise<Record<Grouping, Names>> {
  const services = await serviceNames(reader, cityId)
  const teams = await teamsOf(reader, cityId)
  const hours = all.flatMap(({ by, key }) => (by === 'hour' ? [key] : []))
  return {
    service: new Map([...services, ['', 'Ohne Leistung']]),
    team: new Map(teams.map(({ id, name }) => [id, name])),
    hour: new Map(hours.map((hour) => [hour, `${Number(hour)} bis ${Number(hour) + 1} Uhr`])),
  }
}
