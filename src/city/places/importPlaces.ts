import { type Context, inTransaction } from '../../platform/context.ts'
import { emit } from '../events.ts'
import * as store from './placeStore.ts'
import { readBoundary } from './readBoundary.ts'
import { readStreets } from './readStreets.ts'

/**
 * Takes the city's list of streets and house numbers in, in place of the one before; as a whole or not at all.
 * @throws Problem 422 naming the lines that are wrong
 */
export async function importStreets(
  ctx: Context,
  text: string,
): Promise<{ streets: number; addresses: number }> {
  const list = readStreets(text)
  const counts = { streets: list.streets.length, addresses: list.houses.length }
  await inTransaction(ctx, async (tx) => {
    await store.lockPlaces(tx, ctx.cityId)
    await store.replaceStreets(tx, ctx.cityId, list)
    await emit(tx, ctx, 'places.imported', { id: ctx.cityId }, counts)
  })
  return counts
}

/** Takes in where the city ends, in place of what was known. @throws Problem 422 */
export async function importBoundary(ctx: Context, text: string): Promise<{ areas: number }> {
  const boundary = readBoundary(text)
  await inTransaction(ctx, async (tx) => {
    await store.lockPlaces(tx, ctx.cityId)
    await store.replaceBoundary(tx, ctx.cityId, boundary)
    await emit(tx, ctx, 'boundary.changed', { id: ctx.cityId }, { areas: boundary.length })
  })
  return { areas: boundary.length }
}
