import { guide, serviceSchema } from '../catalogue/index.ts'
import type { Language } from '../catalogue/index.ts'
import type { Reader } from '../platform/db/connect.ts'
import * as store from './store.ts'

export interface CaseService {
  id: string
  name: string
  visitLine: string
  documents: readonly string[]
}

/** What a case says of its service, also of one that is no longer offered; null when it has none. */
export async function serviceOf(
  reader: Reader,
  cityId: string,
  serviceId: string | null,
  language: Language = 'de',
): Promise<CaseService | null> {
  if (!serviceId) return null
  const service = serviceSchema.safeParse(await store.serviceData(reader, cityId, serviceId))
  if (!service.success) return null
  const { visitLine, bring } = guide(service.data, language)
  return {
    id: serviceId,
    name: language === 'einfach' ? service.data.plainName : service.data.name,
    visitLine,
    documents: bring.items,
  }
}
