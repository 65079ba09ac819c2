import { connect, type Database } from '../../../src/platform/db/connect.ts'
import { findPlaces, packagedPrograms } from '../../../src/platform/db/embedded/places.ts'
import { connectionTo } from '../../../src/platform/db/embedded/server.ts'
import { createLog } from '../../../src/platform/log.ts'
import type { TestServer } from '../../kit/server.ts'

/** The tables of a running program, beside it, for what its pages do not show. */
export async function openTables({ dataDir }: TestServer): Promise<Database> {
  return connect(connectionTo(await findPlaces(dataDir, packagedPrograms())), createLog('silent'))
}
