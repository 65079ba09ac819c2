import { cityOf, hasCity, linesOf } from '../city/index.ts'
import { asAdministrator, changeAccount, listAccounts } from '../people/index.ts'
import { inTransaction, type Platform, type StaffContext } from '../platform/context.ts'
import { demoAccounts, demoAdministrator, demoCity } from './demoCity.ts'
import { type DemoFile, writeDemoFile } from './demoFile.ts'
import { renewSources } from './demoSources.ts'
import { readablePassword } from './readablePassword.ts'
import { SeedError } from './seedError.ts'
import { lockSeed } from './store.ts'

/**
 * For a demo whose `demo.json` is lost: new passwords and tokens, all sessions of the demo accounts end.
 * @throws SeedError when there is no demo city
 */
export async function resetDemo(
  platform: Platform,
  { dataDir, url }: { dataDir: string; url: string },
): Promise<DemoFile> {
  return inTransaction(platform, async (tx) => {
    await lockSeed(tx)
    const joined = { ...platform, db: tx }
    if (!(await isDemo(joined))) throw new SeedError('Hier gibt es keine Demo-Stadt. Nichts wurde geändert.')
    const admin = await asAdministrator(joined, demoCity.id)
    const lines = await linesOf(tx, demoCity.id)
    const demo: DemoFile = {
      url,
      city: demoCity.id,
      accounts: await newPasswords(admin),
      lines: lines.map(({ id, name, number }) => ({ id, name, number })),
      cti: await renewSources(admin),
    }
    writeDemoFile(dataDir, demo)
    return demo
  })
}

const isDemo = async ({ db }: Platform): Promise<boolean> =>
  (await hasCity(db, demoCity.id)) && (await cityOf(db, demoCity.id)).demo

async function newPasswords(admin: StaffContext): Promise<DemoFile['accounts']> {
  const known = await listAccounts(admin)
  const accounts: DemoFile['accounts'] = []
  for (const { login } of [...demoAccounts, demoAdministrator]) {
    const account = known.find((candidate) => candidate.login === login)
    if (!account) continue
    const password = readablePassword()
    await changeAccount(admin, account.id, { ...account, password, removeSecondFactor: true })
    accounts.push({ role: account.role, login, password, name: account.name })
  }
  return accounts
}
