import type { Platform } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import type { Office } from '../settings/office.ts'
import { listOffices } from '../settings/settingsStore.ts'

/** The office of that id, also one that gives no appointments any more; without an id the first active one. @throws Problem 404 */
export async function officeAsked(
  { db }: Pick<Platform, 'db'>,
  cityId: string,
  id: string | undefined,
): Promise<{ office: Office; offices: Office[] }> {
  const offices = await listOffices(db, cityId)
  const first = offices.find(({ active }) => active) ?? offices[0]
  const office = id === undefined ? first : offices.find((one) => one.id === id)
  if (!office) throw notFound(id === undefined ? 'Ein Büro mit Terminen' : 'Dieses Büro')
  return { office, offices }
}
