import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { cityOf } from '../../../city/index.ts'
import { recordDeed } from '../../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { conflict, invalid } from '../../../platform/problems.ts'
import { emit } from '../../events.ts'
import { localDay } from '../../localDay.ts'
import type { TallyInput } from '../contract.ts'
import * as store from '../pastStore.ts'
import { readTally } from './readTally.ts'
import { insertDays } from './sheetStore.ts'

/** So many faults are told at once. */
const MOST_TOLD = 8

/**
 * Takes in a tally sheet, whole or not at all: keeps it as it was written and its days beside it. A day that stands in two sheets
 * counts once, as in the earlier one. @returns its id
 * @throws Problem 422 with each line that is wrong, 409 for a sheet that is here, 403
 */
export async function importTally(ctx: StaffContext, { name, text }: TallyInput): Promise<string> {
  requireRole(ctx, 'lead', 'admin')
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const at = ctx.clock.now()
  const { days, faults } = readTally(text, localDay(at, timeZone))
  if (faults.length > 0) {
    const told = faults.slice(0, MOST_TOLD).map(({ line, is }) => `Zeile ${line}: ${is}`)
    throw invalid({ text: [...told, ...(faults.length > MOST_TOLD ? ['…'] : [])].join(' ') })
  }
  if (days.length === 0) throw invalid({ text: 'Bitte mindestens einen Tag angeben.' })
  const bytes = Buffer.from(text)
  const id = newId()
  return inTransaction(ctx, async (tx) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (await store.importOf(tx, ctx.cityId, sha256))
      throw conflict('known', 'Diese Strichliste ist schon da.')
    await store.insertImport(tx, ctx.cityId, {
      id,
      kind: 'tally',
      mapping: null,
      fileName: name,
      sha256,
      size: bytes.length,
      packed: gzipSync(bytes),
      at,
      accountId: ctx.actor.accountId,
    })
    await insertDays(tx, ctx.cityId, id, days)
    const calls = days.reduce((sum, { offered }) => sum + offered, 0)
    await store.setRead(tx, ctx.cityId, id, { calls, oddities: [] })
    await emit(tx, ctx, 'past.imported', { id }, { calls, odd: 0 })
    await recordDeed(tx, ctx, 'past.imported', { kind: 'past-import', id }, null)
    return id
  })
}
