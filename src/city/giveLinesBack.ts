import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { emit } from './events.ts'
import * as store from './store.ts'

/**
 * From now on a team of the city answers the lines that a provider answered, in the caller's transaction; the provider's
 * teams help nowhere any more. @returns the names of the lines that changed hands
 */
export async function giveLinesBack(
  tx: Tx,
  ctx: Context,
  to: { providerId: string; teamId: string },
): Promise<string[]> {
  const lines = await store.passLines(tx, ctx.cityId, to)
  const helped = await store.endHelp(tx, ctx.cityId, to.providerId)
  for (const id of new Set([...lines.map((line) => line.id), ...helped]))
    await emit(tx, ctx, 'line.changed', { id }, {})
  return lines.map(({ name }) => name)
}
