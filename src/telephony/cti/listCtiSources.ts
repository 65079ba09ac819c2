import { requireRole, type StaffContext } from '../../platform/context.ts'
import type { CtiSourceView } from './contract.ts'
import { presentSource } from './presentSource.ts'
import * as store from './store.ts'

export async function listCtiSources(ctx: StaffContext): Promise<CtiSourceView[]> {
  requireRole(ctx, 'admin')
  return (await store.listSources(ctx.db, ctx.cityId)).map(presentSource)
}
