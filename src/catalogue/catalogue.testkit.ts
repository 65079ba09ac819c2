import { asSystem, inTransaction, type Platform } from '../platform/context.ts'
import { importCatalogue } from './importCatalogue.ts'

/** The catalogue that comes with the product, in a city of `givenCity`. */
export async function givenCatalogue(platform: Platform, cityId: string): Promise<void> {
  await inTransaction(platform, (tx) => importCatalogue(tx, asSystem(platform, cityId)))
}
