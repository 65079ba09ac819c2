import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { recordDeed } from '../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound } from '../platform/problems.ts'
import { insertAnnouncement, knownLines, withdraw } from './announcementStore.ts'
import { cityOf } from './cityOf.ts'
import type { announcementInput } from './contract.ts'
import { emit } from './events.ts'
import { NOTICES_TURN } from './jobs.ts'

/** Longer than that it is no special announcement any more but belongs into the greeting. */
const LONGEST_DAYS = 62

/** A special announcement of one or more lines. @returns its id @throws Problem 422 */
export async function announce(
  ctx: StaffContext,
  input: z.output<typeof announcementInput>,
): Promise<string> {
  requireRole(ctx, 'lead', 'admin')
  const now = ctx.clock.now()
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const startsAt = input.from === null ? now : localInstant(input.from, timeZone)
  const endsAt = localInstant(input.until, timeZone)
  requireRange(startsAt, endsAt, now)
  const id = newId()
  const lineIds = [...new Set(input.lineIds)]
  await inTransaction(ctx, async (tx) => {
    if ((await knownLines(tx, ctx.cityId, lineIds)).size < lineIds.length)
      throw invalid({ lineIds: 'Bitte Leitungen dieser Stadt wählen.' })
    const { text, textEn: text_en, textEinfach: text_einfach, link, important } = input
    const words = { text, text_en, text_einfach, link, important }
    const row = { city_id: ctx.cityId, id, ...words, account_id: ctx.actor.accountId }
    await insertAnnouncement(tx, { ...row, starts_at: startsAt, ends_at: endsAt, created_at: now }, lineIds)
    const range = { from: startsAt.toISOString(), until: endsAt.toISOString() }
    await emit(tx, ctx, 'announcement.made', { id }, { ...range, lineIds })
    await recordDeed(tx, ctx, 'announcement.made', { kind: 'announcement', id }, null)
    for (const startAfter of [startsAt, endsAt])
      if (startAfter > now) await ctx.jobs.send(tx, NOTICES_TURN, { cityId: ctx.cityId }, { startAfter })
  })
  return id
}

/** It is over at once. @throws Problem 404 when it was already */
export async function withdrawAnnouncement(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    if (!(await withdraw(tx, ctx.cityId, id, ctx.clock.now()))) throw notFound('Diese Sonderansage')
    await emit(tx, ctx, 'announcement.withdrawn', { id }, {})
    await recordDeed(tx, ctx, 'announcement.withdrawn', { kind: 'announcement', id }, null)
  })
}

function requireRange(startsAt: Date, endsAt: Date, now: Date): void {
  if (endsAt <= now) throw invalid({ until: 'Das Ende liegt schon in der Vergangenheit.' })
  if (endsAt <= startsAt) throw invalid({ until: 'Das Ende muss nach dem Anfang liegen.' })
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * 86_400_000)
    throw invalid({ until: `Eine Sonderansage gilt höchstens ${LONGEST_DAYS} Tage.` })
}

/** @param local 'YYYY-MM-DDTHH:MM' as the clock in the city hall shows it */
const localInstant = (local: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds)
