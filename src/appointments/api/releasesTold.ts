import type { Platform } from '../../platform/context.ts'
import { announcementsOf } from '../release/announcements.ts'

const iso = (at: number): string => new Date(at).toISOString()

/** Which releases come, as a message of the stream; empty when none is announced. From memory. */
export async function releasesTold(platform: Platform, cityId: string): Promise<string> {
  const offices = await announcementsOf(platform, cityId)
  const releases = offices.flatMap(({ office, batches, pool }) => [
    ...batches.map(({ opens, from, until }) => ({ office: office.id, opens: iso(opens), from, until })),
    ...(pool ? [{ office: office.id, opens: iso(pool.next), from: null, until: null }] : []),
  ])
  if (releases.length === 0) return ''
  const inTime = releases.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
  return `event: releases\ndata: ${JSON.stringify({ releases: inTime })}\n\n`
}
