import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { root } from '../root.ts'
import { emit } from './events.ts'
import { readCatalogue } from './readCatalogue.ts'
import * as store from './store.ts'

/** The catalogue file cannot be used; the message is one German sentence per error. */
export class CatalogueFileError extends Error {}

const FILE = join(root, 'src/catalogue/services.json')

/**
 * Gives the city the services that come with the product. A service it already has stays as the city made it.
 * @returns how many were added @throws CatalogueFileError, and nothing is added
 */
export async function importCatalogue(tx: Tx, ctx: Context, file = FILE): Promise<number> {
  const reading = readCatalogue(textOf(file))
  if (!reading.ok) throw new CatalogueFileError(reading.errors.map(({ message }) => message).join('\n'))
  const added = await store.insertMissing(tx, ctx.cityId, reading.services, ctx.clock.now())
  if (added > 0) await emit(tx, ctx, 'catalogue.imported', { id: ctx.cityId }, { services: added })
  return added
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new CatalogueFileError(`Die Datei mit den Leistungen (${file}) lässt sich nicht lesen.`, { cause })
  }
}
