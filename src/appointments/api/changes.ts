import { randomBytes } from 'node:crypto'
import type { Platform } from '../../platform/context.ts'
import { Feed } from '../../platform/live/feed.ts'
import { type FeedConnection, FeedReaders } from '../../platform/live/feedReaders.ts'
import type { Live, LiveMessage } from '../../platform/live/live.ts'
import { ReleaseClock } from './releaseClock.ts'
import { changesPlans } from '../settings/offices.ts'

/** Days of a few offices for some months; who was away longer reads them anew. */
const MOST_DAYS = 1_000
const TIMES = { pauseMs: 200, heartbeatMs: 15_000, patienceMs: 20_000 }

interface Changes {
  readers: FeedReaders
  clock: ReleaseClock
  /** How many listen. */
  listeners: number
}

const kept = new WeakMap<Live, Map<string, Changes>>()

/** Tells a connection which days of a city change from now on, or since `lastId`. @param told what is said first @returns how to leave */
export function followChanges(
  platform: Platform,
  cityId: string,
  connection: FeedConnection,
  { lastId, told }: { lastId: string | null; told: string },
): () => void {
  const changes = changesOf(platform, cityId)
  changes.listeners += 1
  changes.clock.start()
  const leave = changes.readers.join(connection, lastId, `${hello()}${told}`)
  return () => {
    leave()
    changes.listeners -= 1
    if (changes.listeners === 0) changes.clock.stop()
  }
}

/** Not all at once, when the server was started again. */
const hello = (): string => `retry: ${2_000 + Math.floor(Math.random() * 3_000)}\n\n`

/** Kept while the process runs, so that who comes back can be told what was missed. */
function changesOf(platform: Platform, cityId: string): Changes {
  const ofProcess = kept.get(platform.live) ?? new Map<string, Changes>()
  kept.set(platform.live, ofProcess)
  const known = ofProcess.get(cityId)
  if (known) return known
  const feed = new Feed(randomBytes(6).toString('base64url'), MOST_DAYS)
  const readers = new FeedReaders(feed, TIMES)
  // Nobody writes anything at such a moment, so nothing else would tell of it.
  const clock = new ReleaseClock(platform, cityId, (office, { from, until }) => {
    feed.put(`released/${office}/${from ?? ''}`, 'released', { office, from, until })
    readers.changed()
  })
  const changes: Changes = { readers, clock, listeners: 0 }
  ofProcess.set(cityId, changes)
  platform.live.subscribe(cityId, (message) => {
    if (note(feed, message)) changes.readers.changed()
  })
  return changes
}

/** Only which day of which office has which version: never what happened on it, and to whom. */
function note(feed: Feed, { topic, subject }: LiveMessage): boolean {
  if (topic === 'office-day') {
    const [office, date, version] = subject.split('/')
    feed.put(`${office}/${date}`, 'day', { office, date, version: Number(version) })
    return true
  }
  if (!changesPlans(topic)) return false
  feed.startOver()
  return true
}
