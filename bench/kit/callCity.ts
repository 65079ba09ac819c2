import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { callbackJobs } from '../../src/callbacks/index.ts'
import { givenCity, type GivenCity } from '../../src/city/city.testkit.ts'
import { readConfig } from '../../src/config.ts'
import { givenAccount } from '../../src/people/people.testkit.ts'
import { startPlatform, type RunningPlatform } from '../../src/platform/start.ts'
import { join } from 'node:path'
import { root } from './built.ts'
import { embeddedDatabase } from './postgres.ts'
import type { CallLab } from './callLab.ts'

const AROUND_THE_CLOCK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 0, closes: 1440 }))

/** A city that is open, its agents, and its database beside the program under test. */
export interface CallCity {
  platform: RunningPlatform
  city: GivenCity
  agents: readonly string[]
  databasePid: number
  databaseUrl: string
}

export async function openCallCity(folder: string, agentCount: number): Promise<CallCity> {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'fatal' })
  const platform = await startPlatform(config, join(root, 'db/migrations'))
  // What the telephone sends must find its queue.
  await platform.jobs.start(callbackJobs(platform))
  const city = await givenCity(platform, { week: AROUND_THE_CLOCK })
  const agents: string[] = []
  for (let n = 0; n < agentCount; n++)
    agents.push((await givenAccount(platform, city.cityId, 'agent')).account.id)
  // Nobody listens here: what the program under test is told would be paid twice.
  await platform.live.close()
  const { connection, pid } = embeddedDatabase(folder)
  const { host = '', user = '', database = '' } = connection
  process.once('exit', () => endQuietly(pid))
  const databaseUrl = `postgres://${String(user)}@localhost/${database}?host=${encodeURIComponent(host)}`
  return { platform, city, agents, databasePid: pid, databaseUrl }
}

/** Stopped halfway, its supervisor is gone first. */
function endQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch (gone) {
    if (!(gone instanceof Error && 'code' in gone && gone.code === 'ESRCH')) throw gone
  }
}

/** The built switchboard in a process of its own, with every agent available. */
export interface CallHouse {
  pid: number
  /** Who waits and who is free, as the switchboard sees it. */
  ask(): Promise<{ waiting: number; free: number }>
  /** Only the first so many agents take calls from now on. */
  staff(count: number): Promise<void>
  stop(): Promise<void>
}

export async function startCallHouse(
  { access }: CallLab,
  { city, agents, databaseUrl }: CallCity,
): Promise<CallHouse> {
  const what = { cityId: city.cityId, teamId: city.teams.serviceDesk, agents }
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
    ARI_URL: access.url,
    ARI_USER: access.user,
    ARI_PASSWORD: access.password,
  }
  const child = fork(join(import.meta.dirname, 'callHouse.ts'), [JSON.stringify(what)], { env })
  await Promise.race([once(child, 'message'), failed(child)])
  return {
    pid: child.pid ?? 0,
    async ask() {
      child.send('ask')
      const [answer] = (await once(child, 'message')) as [{ waiting: number; free: number }]
      return answer
    },
    async staff(count) {
      child.send(count)
      await once(child, 'message')
    },
    async stop() {
      child.send('stop')
      await once(child, 'exit')
    },
  }
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null]
  throw new Error(`the switchboard ended with ${code}`)
}
