import { serviceHoursOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { shortWindow } from '../../shared/germanTime.ts'
import type { Stage } from './alarmModel.ts'
import { type Load, assess, leftOf, stageMoment, stagesBegun } from './alarmRule.ts'
import * as store from './alarmStore.ts'
import { loadText, nobodyText, type Why } from './alarmTexts.ts'
import { teamsNow, type WatchedTeam } from './teamsNow.ts'

/** A promise at risk. */
export interface Risky {
  promise: store.WatchedPromise
  why: Why
  /** "heute 14–15 Uhr" */
  dueText: string
  /** What was told or done about it so far. */
  stages: ReadonlySet<Stage>
}

/** A team as a lead watches it. */
export interface TeamAtRisk {
  team: WatchedTeam
  load: Load
  loadText: string | null
  nobodyText: string | null
}

export interface AtRisk {
  /** The most urgent first. */
  items: readonly Risky[]
  teams: readonly TeamAtRisk[]
  timeZone: string
}

/**
 * What is at risk at this moment. A promise is while somebody calls, or once somebody tried since the stage began, only
 * for a reason that lasts: nobody on duty, or too much work.
 */
export async function atRiskNow(reader: Reader, cityId: string, now: Date): Promise<AtRisk> {
  const hours = await serviceHoursOf(reader, cityId)
  const words = wordsOfWindows(now, hours.timeZone)
  const told = await stagesTold(reader, cityId)
  const items: Risky[] = []
  const teams: TeamAtRisk[] = []
  for (const team of await teamsNow(reader, cityId, now)) {
    const { load, conditions } = assess(team, now)
    const alone = team.promises.filter(({ id }) => conditions.get(id) === 'nobody')
    const [first] = alone
    const closed = first ? hours.closedBecause(hours.dateOf(leftOf(first, now).start)) : null
    teams.push({
      team,
      load,
      loadText: loadText(load),
      nobodyText: first ? nobodyText(alone.length, words(first), closed) : null,
    })
    for (const promise of team.promises) {
      const why = conditions.get(promise.id) ?? stageOf(promise, now)
      if (!why) continue
      const stages = told.get(keyOf(promise.id, promise.windowEnd)) ?? new Set()
      items.push({ promise, why, dueText: words(promise), stages })
    }
  }
  const byDue = (a: Risky, b: Risky) => a.promise.windowEnd.getTime() - b.promise.windowEnd.getTime()
  return { items: items.toSorted(byDue), teams, timeZone: hours.timeZone }
}

/** The stage the clock has brought, unless somebody tried since. */
function stageOf(promise: store.WatchedPromise, now: Date): Why | null {
  const stage = stagesBegun(promise, now).at(-1)
  if (!stage || (promise.triedAt && promise.triedAt >= stageMoment(promise, stage))) return null
  return stage
}

async function stagesTold(reader: Reader, cityId: string): Promise<ReadonlyMap<string, ReadonlySet<Stage>>> {
  const told = new Map<string, Set<Stage>>()
  for (const { callbackId, windowEnd, stage } of await store.alarmsOf(reader, cityId)) {
    const key = keyOf(callbackId, windowEnd)
    told.set(key, (told.get(key) ?? new Set()).add(stage))
  }
  return told
}

const keyOf = (id: string, windowEnd: Date): string => `${id} ${windowEnd.getTime()}`

/** Thousands of promises share some dozens of windows: each is put into words once. */
function wordsOfWindows(now: Date, timeZone: string): (promise: store.WatchedPromise) => string {
  const known = new Map<string, string>()
  return ({ windowStart, windowEnd }) => {
    const window = { start: windowStart.getTime(), end: windowEnd.getTime() }
    const key = `${window.start} ${window.end}`
    const words = known.get(key) ?? shortWindow(window, now, timeZone)
    known.set(key, words)
    return words
  }
}
