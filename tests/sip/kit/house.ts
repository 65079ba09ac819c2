import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { vi } from 'vitest'
import { callbackJobs, menuDoor } from '../../../src/callbacks/index.ts'
import { givenCity, type GivenCity } from '../../../src/city/city.testkit.ts'
import { serviceHoursOf } from '../../../src/city/index.ts'
import { readConfig } from '../../../src/config.ts'
import { givenAccount, type GivenAccount } from '../../../src/people/people.testkit.ts'
import type { StaffContext } from '../../../src/platform/context.ts'
import { startPlatform, type RunningPlatform } from '../../../src/platform/start.ts'
import { root } from '../../../src/root.ts'
import {
  attachPhoneProxy,
  createSwitchboard,
  type LeadTools,
  type Switchboard,
} from '../../../src/telephony/index.ts'
import type { Lab } from './lab.ts'
import { ELSEWHERE } from './openCity.ts'
import { openBrowser, serveSoftphone, softphoneOn } from './softphone.ts'

const WHOLE_WEEK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 0, closes: 1440 }))

/** A city with its telephone: database, switchboard on the lab's Asterisk, and a server with `/phone`. */
export interface House {
  platform: RunningPlatform
  city: GivenCity
  switchboard: Switchboard & LeadTools
  url: string
  browser: Browser
  /** Where Asterisk fetches the city's own announcements; null while a test serves none. */
  address: string | null
  stop(): Promise<void>
}

/** A database with a city that is open around the clock; without a URL it is a fresh embedded one. */
export interface Premises {
  platform: RunningPlatform
  city: GivenCity
  close(): Promise<void>
}

export async function openPremises(databaseUrl = ''): Promise<Premises> {
  const dataDir = mkdtempSync(join(tmpdir(), 'freizeichen-sip-'))
  const LOG_LEVEL = process.env['LOG_LEVEL'] ?? 'fatal'
  const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL })
  const platform = await startPlatform(config, join(root, 'db/migrations'))
  // What the telephone sends must find its queue.
  await platform.jobs.start(callbackJobs(platform))
  const city = await givenCity(platform, { week: WHOLE_WEEK })
  await leaveHoliday(platform, city.cityId)
  return {
    platform,
    city,
    async close() {
      await platform.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The tests run on any day; no service hours stand against a public holiday. */
async function leaveHoliday({ db, clock }: RunningPlatform, cityId: string): Promise<void> {
  for (const zone of ELSEWHERE) {
    if ((await serviceHoursOf(db, cityId)).isOpen(clock.now())) return
    await db.updateTable('city').set({ time_zone: zone }).where('id', '=', cityId).execute()
  }
}

export async function openHouse(lab: Lab, premises?: Premises): Promise<House> {
  const { platform, city, close } = premises ?? (await openPremises())
  let address: string | null = null
  const doors = { callbacks: menuDoor(platform), address: () => address }
  const switchboard = createSwitchboard(platform, lab.ari, doors)
  await switchboard.start()
  await vi.waitUntil(() => switchboard.missing() === null, { timeout: 15_000 })
  const site = await serveSoftphone()
  const closePhones = attachPhoneProxy(site.server, platform, lab.ari)
  const browser = await openBrowser()
  const house: House = {
    platform,
    city,
    switchboard,
    url: site.url,
    browser,
    get address() {
      return address
    },
    set address(own) {
      address = own
    },
    async stop() {
      await browser.close()
      closePhones()
      await site.close()
      await house.switchboard.stop()
      await close()
    },
  }
  return house
}

/** Somebody of the city with a softphone in a browser of their own. */
export interface Desk extends GivenAccount {
  page: Page
  softphone: ReturnType<typeof softphoneOn>
  /** Loads the page anew: whatever was open there is gone, and the softphone registers again. */
  reload(): Promise<void>
  close(): Promise<void>
}

/** Signs in, registers through `/phone` and, from then on, says every second that the desk lives. */
export async function openDesk(
  house: House,
  role: 'agent' | 'clerk' | 'report' | 'lead',
  teamIds?: readonly string[],
): Promise<Desk> {
  const given = await givenAccount(house.platform, house.city.cityId, role, teamIds ? { teamIds } : {})
  const context = await house.browser.newContext()
  const [name = '', value = ''] = given.cookie.split('=')
  await context.addCookies([{ name, value, url: house.url }])
  const page = await context.newPage()
  await page.goto(house.url)
  await page.waitForFunction('globalThis.softphone')
  const softphone = softphoneOn(page)
  await register(house, given.ctx, softphone)
  const alive = setInterval(() => void beat(house, given.ctx), 1_000)
  await beat(house, given.ctx)
  return {
    ...given,
    page,
    softphone,
    async reload() {
      await page.reload()
      await page.waitForFunction('globalThis.softphone')
      await register(house, given.ctx, softphone)
    },
    async close() {
      clearInterval(alive)
      await context.close()
    },
  }
}

/** Like the console's: one that nobody takes, because the switchboard is being taken over, is followed by the next. */
async function beat(house: House, ctx: StaffContext): Promise<void> {
  if (house.switchboard.inCharge())
    await house.switchboard.heartbeat(ctx, { phoneRegistered: true, microphone: true })
}

async function register(house: House, ctx: StaffContext, softphone: Desk['softphone']): Promise<void> {
  const account = await house.switchboard.phoneAccount(ctx)
  if (!account) throw new Error('no telephone account')
  const { uri, user, password, path } = account
  await softphone.start({
    url: `${house.url.replace(/^http/, 'ws').replace(/\/$/, '')}${path}`,
    uri,
    user,
    password,
  })
  await softphone.until((state) => state.registered)
}
