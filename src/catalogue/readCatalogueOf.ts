import { requireRole, type StaffContext } from '../platform/context.ts'
import type { CatalogueEntryView } from './contract.ts'
import * as store from './store.ts'

/** The whole catalogue of the city, also what is not offered, for its administrators. */
export async function readCatalogueOf(ctx: StaffContext): Promise<CatalogueEntryView[]> {
  requireRole(ctx, 'admin')
  return (await store.listServices(ctx.db, ctx.cityId, 'all')).map(({ service, active, updatedAt }) => ({
    ...service,
    active,
    updatedAt: updatedAt.toISOString(),
  }))
}
