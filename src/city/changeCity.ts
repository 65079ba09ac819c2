import type { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { invalid } from '../platform/problems.ts'
import type { cityInput } from './contract.ts'
import { emit } from './events.ts'
import * as store from './store.ts'

/** Name, Land, area code and host names. @throws Problem 422 when a host name belongs to another city */
export async function changeCity(ctx: StaffContext, input: z.output<typeof cityInput>): Promise<void> {
  requireRole(ctx, 'admin')
  const { name, title, land, areaCode, hostnames } = input
  await inTransaction(ctx, async (tx) => {
    const taken = await store.hostnameOfAnother(tx, ctx.cityId, hostnames)
    if (taken) throw invalid({ hostnames: `Unter ${taken} antwortet schon eine andere Stadt.` })
    const row = { name, title, land, area_code: areaCode, hostnames: [...new Set(hostnames)] }
    await store.updateCity(tx, ctx.cityId, row)
    await emit(tx, ctx, 'city.changed', { id: ctx.cityId }, {})
  })
}
