import { cityOf, serviceHoursOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import { datesBetween } from '../../shared/dayClock.ts'
import { LEAST_SHOWN } from '../callbackFigures/contract.ts'
import { localDay } from '../localDay.ts'
import type { TrialPlan } from '../plan/contract.ts'
import type { DayTally, TrialFigure } from '../plan/figures.ts'
import { type Trial, trialById } from '../plan/trialStore.ts'
import { inOneMoment } from '../store.ts'
import { countsOf } from './countsOf.ts'
import { readInputs } from './readInputs.ts'
import { type Days, wholeWeeks } from './wholeWeeks.ts'

/** So many of so many; null where fewer than five are to count, or where nobody counted. */
export type Counted = { kept: number; of: number } | null

/** What everybody may read of a trial while it runs: its weeks that are over. No verdict is in it. */
export interface Interim {
  id: string
  plan: TrialPlan
  /** Service days of the trial, and how many of them the weeks have. */
  days: { over: number; all: number }
  figures: readonly {
    figure: TrialFigure
    target: number
    before: Counted
    /** One for each of `weeks`. */
    weeks: readonly Counted[]
  }[]
  weeks: readonly (Days & { offered: number | null })[]
}

/** A trial that runs; null where there is none, or where the city does not show its weeks. */
export async function shownRunning({ db, cityId }: Context, id: string): Promise<Trial | null> {
  const trial = await trialById(db, cityId, id)
  return trial?.state === 'running' && trial.interimAt !== null ? trial : null
}

/** Its weeks that are over, by the queries of the board. */
export function readInterim(ctx: Context, { id, plan }: Pick<Trial, 'id' | 'plan'>): Promise<Interim> {
  return inOneMoment(ctx.db, async (tx) => {
    const { timeZone } = await cityOf(tx, ctx.cityId)
    const hours = await serviceHoursOf(tx, ctx.cityId)
    const weeks = wholeWeeks(plan.period, localDay(ctx.clock.now(), timeZone))
    const now = ctx.clock.now()
    const { baseline, trial } = await readInputs(tx, ctx.cityId, { id, plan }, now, weeks.at(-1)?.to ?? '')
    const daysOf = ({ from, to }: Days) => trial.days.filter(({ day }) => from <= day && day <= to)
    const isOpen = (day: string): boolean => hours.openingsOn(day).length > 0
    return {
      id,
      plan,
      days: {
        over: weeks.flatMap(({ from, to }) => datesBetween(from, to)).filter(isOpen).length,
        all: datesBetween(plan.period.from, plan.period.to).filter(isOpen).length,
      },
      figures: plan.targets.map(({ figure, share }) => ({
        figure,
        target: share,
        before: counted(baseline.days, figure),
        weeks: weeks.map((week) => counted(daysOf(week), figure)),
      })),
      weeks: weeks.map((week) => ({ ...week, offered: enough(daysOf(week)) })),
    }
  })
}

function counted(days: readonly DayTally[], figure: TrialFigure): Counted {
  const counts = countsOf(days, figure)
  const total = (what: 'kept' | 'of') => counts.reduce((sum, day) => sum + day[what], 0)
  const of = total('of')
  return of < LEAST_SHOWN ? null : { kept: total('kept'), of }
}

function enough(days: readonly DayTally[]): number | null {
  const offered = days.reduce((sum, day) => sum + day.offered, 0)
  return offered < LEAST_SHOWN ? null : offered
}
