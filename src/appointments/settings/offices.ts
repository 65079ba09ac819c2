import { type City, cityOf } from '../../city/index.ts'
import type { Context, Platform } from '../../platform/context.ts'
import { GAP, type Live, type LiveMessage } from '../../platform/live/live.ts'
import { notFound } from '../../platform/problems.ts'
import { Availability, type OfficeDay } from '../capacity/availability.ts'
import type { NoticeSettings } from '../notices/contract.ts'
import { noticeSettings } from '../notices/noticeSettingStore.ts'
import { KeptAnswers } from '../offers/keptAnswers.ts'
import { readDays } from '../dayStore.ts'
import type { OfficeSettings } from './office.ts'
import { forgetSettings, planOf, settingsAt } from './settings.ts'
import { listOffices } from './settingsStore.ts'

/** What one process knows of a city's appointments without asking the database. */
export interface OfficeMemory {
  readonly availability: Availability
  readonly answers: KeptAnswers
  /** The active offices by name. */
  offices: Promise<readonly OfficeSettings[]> | null
  city: Promise<City> | null
  notices: Promise<NoticeSettings> | null
}

const kept = new WeakMap<Live, Map<string, OfficeMemory>>()

/** What a change of the plans is told by; a changed service may no longer be offered. */
const PLANS = new Set([GAP, 'office.changed', 'city.changed', 'service.changed', 'catalogue.imported'])

/** Whether what is told by this topic may change what is free on any day. */
export const changesPlans = (topic: string): boolean =>
  PLANS.has(topic) || topic.startsWith('closure.') || topic.startsWith('release-plan.')

/**
 * What is free, from memory. Kept current by what the live channel tells, so that it is right in every process within a
 * second; a booking does not trust it.
 */
export function memoryOf(platform: Platform, cityId: string): OfficeMemory {
  const ofProcess = kept.get(platform.live) ?? new Map<string, OfficeMemory>()
  kept.set(platform.live, ofProcess)
  const known = ofProcess.get(cityId)
  if (known) return known
  const memory: OfficeMemory = {
    availability: new Availability((officeId, dates) => load(platform, cityId, officeId, dates)),
    answers: new KeptAnswers(),
    offices: null,
    city: null,
    notices: null,
  }
  // A transaction ends before the memory does, and may be undone: what it reads is for itself.
  if (platform.db.isTransaction) return memory
  ofProcess.set(cityId, memory)
  platform.live.subscribe(cityId, (message) => hear(platform, cityId, memory, message))
  return memory
}

function hear(
  platform: Platform,
  cityId: string,
  memory: OfficeMemory,
  { topic, subject }: LiveMessage,
): void {
  if (topic === 'office-day') {
    const [officeId, date, version] = subject.split('/')
    if (officeId && date) memory.availability.expire(officeId, date, Number(version))
    return
  }
  if (topic === 'appointment-notices.changed' || topic === GAP) memory.notices = null
  if (!changesPlans(topic)) return
  memory.availability.clear()
  memory.offices = null
  memory.city = null
  forgetSettings(platform, cityId)
}

/** For who has changed days: this process shows it at once, the others when they are told. */
export function forgetDays(
  ctx: Context,
  days: readonly { readonly officeId: string; readonly date: string }[],
): void {
  if (ctx.db.isTransaction) return
  const { availability } = memoryOf(ctx, ctx.cityId)
  for (const { officeId, date } of days) availability.forget(officeId, date)
}

async function load(
  platform: Platform,
  cityId: string,
  officeId: string,
  dates: readonly string[],
): Promise<OfficeDay[]> {
  const { db, clock } = platform
  const city = await knownCity(platform, cityId)
  const days = await readDays(db, cityId, officeId, dates, clock.now())
  const [first] = days
  if (!first) throw notFound('Dieses Büro')
  const { office, releases } = await settingsAt(platform, db, cityId, officeId, first.officeVersion)
  return days.map(({ date, version, taken, closure }) => ({
    officeId,
    date,
    version,
    taken,
    plan: planOf(office, city, date, closure, releases),
  }))
}

/** The active offices of a city, by name. */
export function officesOf(platform: Platform, cityId: string): Promise<readonly OfficeSettings[]> {
  const memory = memoryOf(platform, cityId)
  return keep(platform, memory, 'offices', async () => {
    const all = await listOffices(platform.db, cityId)
    const active = all.filter((office) => office.active)
    return Promise.all(
      active.map(({ id, version }) => settingsAt(platform, platform.db, cityId, id, version)),
    )
  })
}

/** The city's own data as it was last told. */
export function knownCity(platform: Platform, cityId: string): Promise<City> {
  return keep(platform, memoryOf(platform, cityId), 'city', () => cityOf(platform.db, cityId))
}

/** How the city tells about appointments, as it was last told. */
export function knownNotices(platform: Platform, cityId: string): Promise<NoticeSettings> {
  return keep(platform, memoryOf(platform, cityId), 'notices', () => noticeSettings(platform.db, cityId))
}

/** Kept before it is read, so that a change that comes in between throws it away again; a failure is not kept. */
function keep<K extends 'offices' | 'city' | 'notices'>(
  { db }: Platform,
  memory: OfficeMemory,
  name: K,
  read: () => NonNullable<OfficeMemory[K]>,
): NonNullable<OfficeMemory[K]> {
  const known = memory[name]
  if (known) return known
  const reading = read()
  if (db.isTransaction) return reading
  memory[name] = reading
  reading.catch(() => {
    if (memory[name] === reading) memory[name] = null
  })
  return reading
}

/** The office that is asked for; without an id the city's first. @throws Problem 404 */
export async function officeFor(
  platform: Platform,
  cityId: string,
  id: string | undefined,
): Promise<OfficeSettings> {
  const offices = await officesOf(platform, cityId)
  const found = id === undefined ? offices[0] : offices.find(({ office }) => office.id === id)
  if (!found) throw notFound(id === undefined ? 'Ein Büro mit Terminen' : 'Dieses Büro')
  return found
}
