import { randomBytes } from 'node:crypto'
import { announcementsAt, announcementsFrom } from '../../city/index.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { invalid, notFound } from '../../platform/problems.ts'
import { emitTelephony } from '../events.ts'
import { deletePrompt, ownPrompts, savePrompt } from './promptStore.ts'
import { durationOf, readWave } from './wave.ts'

const PREFIX = 'sonderansage-'
/** It is heard before anybody can answer, and a person is promised within fifteen seconds. */
export const LONGEST_MS = 15_000

const nameOf = (announcementId: string): string => `${PREFIX}${announcementId}`

/**
 * Keeps what callers hear of a special announcement: WAV, 8 kHz, one channel, 16 bit. Sounds of announcements that are
 * over are forgotten with it. @throws Problem 404, 422
 */
export async function recordAnnouncement(ctx: StaffContext, id: string, audio: Buffer): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  const wave = readWave(audio)
  if (!wave.ok) throw invalid({ sound: wave.message })
  const durationMs = durationOf(wave.value)
  if (durationMs > LONGEST_MS)
    throw invalid({
      sound: `Höchstens ${LONGEST_MS / 1000} Sekunden: So lange wartet, wer anruft, auf die erste Antwort.`,
    })
  const { cityId } = ctx
  await inTransaction(ctx, async (tx) => {
    const now = ctx.clock.now()
    const counting = await announcementsFrom(tx, cityId, now)
    const found = counting.find((announcement) => announcement.id === id)
    if (!found) throw notFound('Diese Sonderansage')
    if (found.lineIds.length === 0)
      throw invalid({ sound: 'Sie gilt für keine Leitung, also hört sie niemand. Bitte den Ton entfernen.' })
    const key = randomBytes(24).toString('base64url')
    const uploaded = { uploaded_at: now, uploaded_by: ctx.actor.accountId }
    const sound = { lang: 'de', name: nameOf(id), key, audio, duration_ms: durationMs } as const
    await savePrompt(tx, { city_id: cityId, ...sound, ...uploaded })
    const kept = new Set(counting.map((announcement) => nameOf(announcement.id)))
    for (const { name, lang } of await ownPrompts(tx, cityId))
      if (name.startsWith(PREFIX) && !kept.has(name)) await deletePrompt(tx, cityId, { lang, name })
    await emitTelephony(tx, ctx, 'announcement.recorded', { id }, { durationMs })
    await recordDeed(tx, ctx, 'announcement.recorded', { kind: 'announcement', id }, null)
  })
}

/** Ids of the announcements that callers can hear. */
export async function spokenAnnouncements(reader: Reader, cityId: string): Promise<ReadonlySet<string>> {
  const names = (await ownPrompts(reader, cityId)).map(({ name }) => name)
  return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)))
}

/** Names of the sounds that callers of this line hear after the greeting, the oldest announcement first. */
export async function announcementsFor(
  reader: Reader,
  line: { cityId: string; id: string },
  at: Date,
): Promise<string[]> {
  const counting = await announcementsAt(reader, line.cityId, at)
  if (counting.length === 0) return []
  const spoken = await spokenAnnouncements(reader, line.cityId)
  return counting
    .filter(({ id, lineIds }) => lineIds.includes(line.id) && spoken.has(id))
    .map(({ id }) => nameOf(id))
}
