import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { invalid, notFound, tellingTheField } from '../../platform/problems.ts'
import { dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import { minuteOfDay, weekdayName } from '../../shared/serviceWeek.ts'
import { callersOfTeam } from '../store.ts'
import type { EntryInput, RosterChanged } from './contract.ts'
import { changed, PLANNERS, teamToPlan } from './hands.ts'
import * as store from './rosterStore.ts'

/**
 * Says when somebody makes callbacks for a team: an entry for each weekday, or one for a day. With an `id` they stand
 * instead of that entry. Begins the team's roster.
 * @throws Problem 404, 422 for who does not make callbacks in this team or has other times then
 */
export async function saveEntry(
  ctx: StaffContext,
  teamId: string,
  id: string | null,
  input: EntryInput,
): Promise<RosterChanged> {
  requireRole(ctx, ...PLANNERS)
  return inTransaction(ctx, async (tx) => {
    await teamToPlan(tx, ctx, teamId)
    const callers = await callersOfTeam(tx, ctx.cityId, teamId)
    if (!callers.some((caller) => caller.id === input.accountId))
      throw invalid({ accountId: 'Bitte jemanden wählen, der in diesem Team zurückruft.' })
    await store.beginRoster(tx, ctx.cityId, teamId, ctx.clock.now())
    if (id !== null && !(await store.deleteEntry(tx, ctx.cityId, teamId, id))) throw notFound('Diese Zeit')
    for (const day of daysOf(input)) await insert(tx, ctx, teamId, input, day)
    await recordDeed(tx, ctx, 'roster.entry-saved', { kind: 'account', id: input.accountId }, null)
    return changed(tx, ctx, [teamId])
  })
}

interface EntryDay {
  weekday: number
  from: string
  until: string | null
  everyWeeks: 1 | 2
}

function daysOf(input: EntryInput): EntryDay[] {
  if (input.kind === 'weekly') return input.weekdays.map((weekday) => ({ ...input, weekday }))
  const weekday = isoWeekday(dayNumber(input.date))
  return [{ weekday, from: input.date, until: input.date, everyWeeks: 1 }]
}

async function insert(
  tx: Tx,
  { cityId }: StaffContext,
  teamId: string,
  input: EntryInput,
  { weekday, from, until, everyWeeks }: EntryDay,
): Promise<void> {
  const day = input.kind === 'weekly' ? `Am ${weekdayName(weekday)}` : 'An diesem Tag'
  const taken = `${day} steht für diese Person schon eine Zeit, die sich damit überschneidet (vielleicht in einem anderen Team).`
  await tellingTheField({ roster_entry_overlap: ['opens', taken] }, () =>
    store.insertEntry(tx, {
      city_id: cityId,
      id: newId(),
      team_id: teamId,
      account_id: input.accountId,
      kind: input.kind,
      weekday,
      opens: minuteOfDay(input.opens) ?? 0,
      closes: minuteOfDay(input.closes) ?? 0,
      break_opens: input.breakOpens === null ? null : minuteOfDay(input.breakOpens),
      break_closes: input.breakCloses === null ? null : minuteOfDay(input.breakCloses),
      share: input.share,
      every_weeks: everyWeeks,
      from_date: from,
      until_date: until,
    }),
  )
}
