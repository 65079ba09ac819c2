import { cityOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { parseCsv } from '../../shared/parseCsv.ts'
import type { CallsMapping, PastPreview } from './contract.ts'
import { guessMapping } from './csv/guessMapping.ts'
import { linesOf } from './linesOf.ts'
import { readQueueLog } from './queueLog.ts'
import { readPast, textOf } from './readPast.ts'

/** So much of a table is shown. */
const ROWS = 6
const FOUND = 12

/**
 * What a file seems to be, from its beginning: a `queue_log`, or a table and what its columns mean, with the first rows as they
 * would be read. Nothing is kept.
 * @param mapping as somebody changed it; null: a guess is made
 */
export async function previewPast(
  ctx: StaffContext,
  { bytes, mapping }: { bytes: Uint8Array; mapping: CallsMapping | null },
): Promise<PastPreview> {
  requireRole(ctx, 'lead', 'admin')
  if (mapping === null && (await isQueueLog(bytes))) return { kind: 'queue-log' }
  const used = mapping ?? guessMapping(bytes)
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const rows: string[][] = []
  for (const { cells } of parseCsv(textOf(bytes, used), used.separator)) {
    rows.push(cells.slice(0, 60).map((cell) => cell.slice(0, 80)))
    if (rows.length === ROWS) break
  }
  const widest = Math.max(0, ...rows.map((cells) => cells.length))
  const names = used.header ? (rows[0] ?? []) : []
  const found: Extract<PastPreview, { kind: 'calls' }>['found'] = []
  for await (const one of readPast(bytes, used, timeZone)) {
    if (found.length === FOUND) break
    if ('odd' in one) found.push({ odd: one.odd.kind, line: one.odd.line ?? 0 })
    else {
      const { offeredAt, queue, end, waitS, talkS } = one.call
      found.push({ at: new Date(offeredAt).toISOString(), queue, answered: end === 'answered', waitS, talkS })
    }
  }
  return {
    kind: 'calls',
    mapping: used,
    columns: Array.from({ length: widest }, (_, n) => names[n] || `Spalte ${n + 1}`),
    rows: used.header ? rows.slice(1) : rows,
    found,
  }
}

const OF_ANOTHER_SHAPE: ReadonlySet<string> = new Set(['unreadable', 'truncated'])

/** Its first lines are those of app_queue. */
async function isQueueLog(bytes: Uint8Array): Promise<boolean> {
  const { lines, cut } = linesOf(bytes)
  let read = 0
  let odd = 0
  for await (const found of readQueueLog(lines, cut)) {
    if ('odd' in found && OF_ANOTHER_SHAPE.has(found.odd.kind)) odd += 1
    read += 1
    if (read === 50) break
  }
  return read > odd
}
