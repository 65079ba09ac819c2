import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Database } from '../../../src/platform/db/connect.ts'
import { root } from '../../../src/root.ts'
import { launchBrowser, type WatchedPage } from '../../kit/browser.ts'
import { startServer, type TestServer } from '../../kit/server.ts'
import { citizenCalls, type Citizen } from './citizen.ts'
import { clearLab, type Lab } from './lab.ts'
import { openNow } from './openCity.ts'
import { openTables } from './rows.ts'
import { openStaff } from './staff.ts'

/** The built program with its demo city on the lab's telephone, a browser for its people, and citizens who call. */
export interface TownHall {
  server: TestServer
  browser: Browser
  tables: Database
  /** Somebody of the demo city at the console. @param path of the page they open */
  open(login: string, path: string): Promise<WatchedPage>
  /** A citizen calls this line. @param from E.164 */
  calls(lineName: 'Bürgerbüro' | 'Bürgertelefon', from: string): Citizen
  /** Every citizen has gone. */
  hangUp(): Promise<void>
  /** What `freizeichen replay` says of the events and the tables. */
  replay(): { status: number | null; stdout: string; stderr: string }
  close(): Promise<void>
}

export async function openTownHall(lab: Lab): Promise<TownHall> {
  await clearLab(lab)
  const env = { ARI_URL: lab.ari.url, ARI_USER: lab.ari.user, ARI_PASSWORD: lab.ari.password }
  const [server, browser] = await Promise.all([startServer({ env }), launchBrowser()])
  const tables = await openTables(server)
  await openNow(server, tables.db)
  const citizens: Citizen[] = []
  return {
    server,
    browser,
    tables,
    open: (login, path) => openStaff(browser, server, login, path),
    calls(lineName, from) {
      const line = server.demo.lines.find(({ name }) => name === lineName)
      const citizen = citizenCalls(lab, line?.number ?? '', from)
      citizens.push(citizen)
      return citizen
    },
    async hangUp() {
      await Promise.all(citizens.splice(0).map((citizen) => citizen.hangUp()))
    },
    replay() {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(root, 'dist/server/cli.js'), 'replay'],
        {
          env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', DATA_DIR: server.dataDir, ...env },
          encoding: 'utf8',
        },
      )
      return { status, stdout, stderr }
    },
    async close() {
      await browser.close()
      await tables.close()
      await server.stop()
    },
  }
}
