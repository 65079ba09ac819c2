import { saveEntry } from '../callbacks/index.ts'
import type { StaffContext } from '../platform/context.ts'
import type { DemoTeam } from './demoCity.ts'

const day = { opens: '08:00', closes: '16:00', breakOpens: '12:30', breakCloses: '13:30' } as const
const longDay = { ...day, opens: '09:00', closes: '18:00' } as const
const morning = { opens: '08:00', closes: '12:30', breakOpens: null, breakCloses: null } as const

/** Who makes callbacks when: somebody is there in every service hour, and one of them sits at the counter as well. */
const demoRoster = [
  { login: 'sachbearbeitung', team: 'office', weekdays: [1, 2, 3], ...day, share: 80 },
  { login: 'sachbearbeitung', team: 'office', weekdays: [4], ...longDay, share: 80 },
  { login: 'sachbearbeitung', team: 'office', weekdays: [5], ...morning, share: 80 },
  { login: 'sachbearbeitung2', team: 'office', weekdays: [1, 2, 5], ...morning, share: 100 },
  { login: 'sachbearbeitung2', team: 'office', weekdays: [4], ...longDay, share: 100 },
  { login: 'buergertelefon', team: 'reports', weekdays: [1, 2, 3], ...day, share: 100 },
  { login: 'buergertelefon', team: 'reports', weekdays: [4], ...longDay, share: 100 },
  { login: 'buergertelefon', team: 'reports', weekdays: [5], ...morning, share: 100 },
] as const

/** The rosters of the teams that make callbacks. @param accounts ids by login */
export async function planDuties(
  admin: StaffContext,
  teams: Readonly<Record<DemoTeam, string>>,
  accounts: ReadonlyMap<string, string>,
  today: string,
): Promise<void> {
  for (const { login, team, weekdays, ...times } of demoRoster) {
    const accountId = accounts.get(login)
    if (!accountId) throw new Error(`the demo has no account ${login}`)
    await saveEntry(admin, teams[team], null, {
      kind: 'weekly',
      accountId,
      weekdays: [...weekdays],
      everyWeeks: 1,
      from: today,
      until: null,
      ...times,
    })
  }
}
