import {
  addClosure,
  changeHours,
  createCity,
  hasCity,
  importBoundary,
  importStreets,
  saveLine,
  saveProvider,
  saveTeam,
  serviceHoursOf,
} from '../city/index.ts'
import { importCatalogue } from '../catalogue/index.ts'
import { createAccount, createFirstAdministrator } from '../people/index.ts'
import { inTransaction, type Platform, type StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { parsePhoneNumber } from '../shared/parsePhoneNumber.ts'
import { createSources } from './demoSources.ts'
import {
  demoAccounts,
  demoAdministrator,
  demoCity,
  demoLines,
  demoProvider,
  demoTeams,
  type DemoTeam,
  demoWeek,
} from './demoCity.ts'
import { type DemoFile, writeDemoFile } from './demoFile.ts'
import { openOffice } from './demoOffice.ts'
import { releaseDays } from './demoReleases.ts'
import { demoBoundary, demoStreets } from './demoPlaces.ts'
import { openReporting } from './demoReports.ts'
import { planDuties } from './demoRoster.ts'
import { tryOut } from './demoTrial/demoTrial.ts'
import type { Cast } from './demoTrial/historyStore.ts'
import { lockSeed } from './store.ts'
import { nextBridgeDay } from './nextBridgeDay.ts'
import { readablePassword } from './readablePassword.ts'

/**
 * Makes the demo city in an installation that has no city, all in one transaction, and writes its accounts, tokens and
 * lines to `demo.json`. Harmless when there is a city, and when several processes do it at once.
 * @returns whether it made one @throws CatalogueFileError
 */
export async function seedDemo(
  platform: Platform,
  { dataDir, url }: { dataDir: string; url: string },
): Promise<boolean> {
  if (await hasCity(platform.db)) return false
  return inTransaction(platform, async (tx) => {
    await lockSeed(tx)
    if (await hasCity(tx)) return false
    const demo = await makeCity(platform, tx)
    // Before the commit: a crash in between leaves no city, and the next start makes both anew.
    writeDemoFile(dataDir, { url, city: demoCity.id, ...demo })
    return true
  })
}

/** The same verbs an administrator uses, so that the demo breaks none of their rules. */
async function makeCity(platform: Platform, tx: Tx): Promise<Omit<DemoFile, 'url' | 'city'>> {
  const joined = { ...platform, db: tx }
  await createCity(joined, { ...demoCity, hostnames: [] })
  const password = readablePassword()
  const { role, login, name } = demoAdministrator
  const admin = await createFirstAdministrator(joined, demoCity.id, { login, name, password })
  await changeHours(admin, demoWeek)
  const today = (await serviceHoursOf(tx, demoCity.id)).dateOf(platform.clock.now())
  await addClosure(admin, nextBridgeDay(demoCity.land, today))
  const providerId = await saveProvider(admin, null, demoProvider)
  const teams = await makeTeams(admin, providerId)
  const lines = await makeLines(admin, teams)
  const { accounts, lead, ids } = await makeAccounts(admin, providerId, teams)
  await planDuties(admin, teams, ids, today)
  await importCatalogue(tx, admin)
  await importStreets(admin, demoStreets())
  await importBoundary(admin, demoBoundary)
  await openReporting(admin, teams.reports)
  const officeId = await openOffice(admin, today)
  await releaseDays(admin, lead, officeId, today)
  await tryOut(tx, admin, castOf(teams, lines, ids), today)
  return { accounts: [...accounts, { role, login, password, name }], lines, cti: await createSources(admin) }
}

/** Who is in the example of a trial. */
function castOf(teams: TeamIds, lines: DemoFile['lines'], ids: ReadonlyMap<string, string>): Cast {
  const idsOf = (role: string) =>
    demoAccounts.flatMap((one) => (one.role === role ? (ids.get(one.login) ?? []) : []))
  const [line] = lines
  if (!line) throw new Error('the demo has no line')
  return {
    cityId: demoCity.id,
    casePrefix: demoCity.casePrefix,
    lineId: line.id,
    serviceDeskId: teams.serviceDesk,
    officeId: teams.office,
    agentIds: idsOf('agent'),
    clerkIds: idsOf('clerk'),
  }
}

type TeamIds = Record<DemoTeam, string>

async function makeTeams(admin: StaffContext, providerId: string): Promise<TeamIds> {
  return {
    serviceDesk: await saveTeam(admin, null, { ...demoTeams.serviceDesk, providerId }),
    office: await saveTeam(admin, null, { ...demoTeams.office, providerId: null }),
    reports: await saveTeam(admin, null, { ...demoTeams.reports, providerId: null }),
  }
}

async function makeLines(admin: StaffContext, teams: TeamIds): Promise<DemoFile['lines']> {
  const lines: DemoFile['lines'] = []
  for (const { callbacks, ...line } of demoLines) {
    const id = await saveLine(admin, null, {
      ...line,
      answeringTeamId: teams.serviceDesk,
      callbackTeamId: teams[callbacks],
      active: true,
    })
    const number = parsePhoneNumber(line.number)
    if (!number.ok) throw new Error(`demo line ${line.name}: ${number.cause}`)
    lines.push({ id, name: line.name, number: number.value })
  }
  return lines
}

async function makeAccounts(
  admin: StaffContext,
  providerId: string,
  teams: TeamIds,
): Promise<{
  accounts: DemoFile['accounts']
  lead: { id: string; name: string }
  ids: ReadonlyMap<string, string>
}> {
  let lead: { id: string; name: string } | null = null
  const accounts: DemoFile['accounts'] = []
  const ids = new Map<string, string>()
  for (const { login, role, name, teams: names } of demoAccounts) {
    const password = readablePassword()
    const teamIds = names.map((team) => teams[team])
    const ofProvider = role === 'agent' ? providerId : null
    const id = await createAccount(admin, { login, role, name, password, teamIds, providerId: ofProvider })
    accounts.push({ role, login, password, name })
    ids.set(login, id)
    if (role === 'lead') lead = { id, name }
  }
  if (!lead) throw new Error('the demo has no team lead')
  return { accounts, lead, ids }
}
