import type { Platform } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { RosterEntry } from './model.ts'

export interface EntryOverrides extends Partial<Omit<RosterEntry, 'id' | 'teamId' | 'accountId'>> {
  teamId: string
  accountId: string
}

/** Mondays from eight to four without a break, all of it for callbacks, since the beginning of 2026. */
export const anEntry = (overrides: EntryOverrides): RosterEntry => ({
  id: newId(),
  kind: 'weekly',
  weekday: 1,
  opens: 480,
  closes: 960,
  pause: null,
  share: 100,
  everyWeeks: 1,
  from: '2026-01-01',
  until: null,
  ...overrides,
})

/** Begins the team's roster and adds nobody. */
export async function givenRoster({ db }: Platform, cityId: string, teamId: string): Promise<void> {
  await db
    .insertInto('roster')
    .values({ city_id: cityId, team_id: teamId, since: new Date('2026-01-01T00:00:00Z') })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Writes entries as they are, so that the database's own constraints answer. */
export async function givenEntries(
  platform: Platform,
  cityId: string,
  ...entries: readonly EntryOverrides[]
): Promise<void> {
  for (const overrides of entries) {
    const entry = anEntry(overrides)
    await givenRoster(platform, cityId, entry.teamId)
    await platform.db
      .insertInto('roster_entry')
      .values({
        city_id: cityId,
        id: entry.id,
        team_id: entry.teamId,
        account_id: entry.accountId,
        kind: entry.kind,
        weekday: entry.weekday,
        opens: entry.opens,
        closes: entry.closes,
        break_opens: entry.pause?.opens ?? null,
        break_closes: entry.pause?.closes ?? null,
        share: entry.share,
        every_weeks: entry.everyWeeks,
        from_date: entry.from,
        until_date: entry.until,
      })
      .execute()
  }
}

/** Somebody who is at the counter on Tuesdays and has six minutes of each hour for callbacks: too few for one. */
export const atTheCounter = (teamId: string, { account }: { account: { id: string } }): EntryOverrides => ({
  teamId,
  accountId: account.id,
  weekday: 2,
  share: 10,
})

export async function givenAbsence(
  { db }: Platform,
  cityId: string,
  accountId: string,
  from: string,
  until: string | null = from,
): Promise<void> {
  await db
    .insertInto('roster_absence')
    .values({ city_id: cityId, id: newId(), account_id: accountId, from_date: from, until_date: until })
    .execute()
}
