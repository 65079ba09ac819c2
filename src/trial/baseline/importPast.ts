import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { cityOf } from '../../city/index.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import { emit } from '../events.ts'
import { type OddityCount, OddityCounter } from './oddityCount.ts'
import type { PastCall } from './pastCall.ts'
import * as store from './pastStore.ts'
import { type Reading, readPast } from './readPast.ts'

const pack = promisify(gzip)
/** Calls in one statement. */
const BATCH = 5_000

export interface PastRead {
  id: string
  calls: number
  oddities: readonly OddityCount[]
}

/**
 * Takes in what another telephone system wrote, a `queue_log` or a table of calls: keeps the file, writes its calls down, says what in it could not be
 * read. The same file twice is refused; calls that stand in two files count once.
 * @throws Problem 422 for a file without a single call, 409 for one that is here, 403
 */
export async function importPast(
  ctx: StaffContext,
  file: { name: string; bytes: Buffer; mapping?: Reading },
): Promise<PastRead> {
  requireRole(ctx, 'lead', 'admin')
  const { bytes, mapping = null } = file
  if (bytes.length === 0) throw invalid({ file: 'Die Datei ist leer.' })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const packed = await pack(bytes)
  const id = newId()
  return inTransaction(ctx, async (tx) => {
    const known = await store.importOf(tx, ctx.cityId, sha256)
    if (known) throw conflict('known', `Diese Datei ist schon da (${known.fileName}).`)
    const fileName = file.name.trim().slice(0, 200) || 'queue_log'
    const at = ctx.clock.now()
    const { accountId } = ctx.actor
    const row = {
      id,
      kind: mapping ? 'calls' : 'queue-log',
      mapping,
      fileName,
      sha256,
      size: bytes.length,
      packed,
      at,
      accountId,
    } as const
    await store.insertImport(tx, ctx.cityId, row)
    const { timeZone } = await cityOf(tx, ctx.cityId)
    const read = await readInto(tx, ctx.cityId, id, readPast(bytes, mapping, timeZone))
    if (read.calls === 0)
      throw invalid({
        file: mapping
          ? 'So gelesen steht in dieser Datei kein einziger Anruf. Bitte die Spalten prüfen.'
          : 'In dieser Datei steht kein einziger Anruf. Gebraucht wird ein queue_log von Asterisk.',
      })
    await store.setRead(tx, ctx.cityId, id, read)
    const odd = read.oddities.reduce((sum, { count }) => sum + count, 0)
    await emit(tx, ctx, 'past.imported', { id }, { calls: read.calls, odd })
    await recordDeed(tx, ctx, 'past.imported', { kind: 'past-import', id }, null)
    return { id, ...read }
  })
}

async function readInto(
  tx: Tx,
  cityId: string,
  id: string,
  reading: ReturnType<typeof readPast>,
): Promise<Omit<PastRead, 'id'>> {
  const odd = new OddityCounter()
  let calls = 0
  let batch: PastCall[] = []
  const write = async () => {
    const written = await store.insertCalls(tx, cityId, id, batch)
    odd.add({ kind: 'repeated', line: null }, batch.length - written)
    calls += written
    batch = []
  }
  for await (const found of reading) {
    if ('odd' in found) odd.add(found.odd)
    else batch.push(found.call)
    if (batch.length >= BATCH) await write()
  }
  await write()
  return { calls, oddities: odd.counts }
}
