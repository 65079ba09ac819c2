import type { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { invalid, refusedBy } from '../platform/problems.ts'
import { checkService } from './checkService.ts'
import type { catalogueInput } from './contract.ts'
import { emit } from './events.ts'
import { idOfName } from './idOfName.ts'
import { forget } from './offered.ts'
import * as store from './store.ts'

type Input = z.output<typeof catalogueInput>

/** Adds a service; without an id it gets one from its name. @returns its id @throws Problem 422 */
export async function addService(ctx: StaffContext, { active, ...fields }: Input): Promise<string> {
  requireRole(ctx, 'admin')
  const id = fields['id'] ?? idOfName(typeof fields['name'] === 'string' ? fields['name'] : '')
  const service = checkService({ basis: {}, ...fields, id })
  try {
    await inTransaction(ctx, async (tx) => {
      await store.insertService(tx, ctx.cityId, { service, active, updatedAt: ctx.clock.now() })
      await emit(tx, ctx, 'service.changed', { id: service.id }, { active })
    })
  } catch (error) {
    const sentence = SENTENCES[refusedBy(error) ?? '']
    if (!sentence) throw error
    throw invalid({ id: sentence })
  }
  forget(ctx, ctx.cityId)
  return service.id
}

const SENTENCES: Readonly<Record<string, string>> = {
  service_pkey: 'Eine Leistung mit dieser Kennung gibt es schon.',
  service_id_check: 'Die Kennung braucht mindestens zwei Zeichen.',
}
