import { cityOf, dialPermissionsOf } from '../../city/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { type FieldSentences, invalid, notFound, tellingTheField } from '../../platform/problems.ts'
import { parseCallbackNumber } from '../../shared/parsePhoneNumber.ts'
import * as store from '../talk/talkStore.ts'
import type { OutsideNumberInput } from './contract.ts'
import { emitOutside } from './events.ts'

const SENTENCES: FieldSentences = {
  outside_number_city_id_name_key: ['name', 'Ein Ziel mit diesem Namen gibt es schon.'],
  outside_number_city_id_number_key: ['number', 'Diese Rufnummer steht schon in der Liste.'],
}

/**
 * Adds a number that calls may be passed on to (`id` null) or changes one. Emergency, mistyped and not allowed numbers are
 * refused: whoever is put through there cannot be helped, or pays for it.
 * @throws Problem 404, 422
 */
export async function saveOutsideNumber(
  ctx: StaffContext,
  id: string | null,
  input: OutsideNumberInput,
): Promise<void> {
  requireRole(ctx, 'admin')
  const { name, purpose } = input
  const { areaCode } = await cityOf(ctx.db, ctx.cityId)
  const allowed = await dialPermissionsOf(ctx.db, ctx.cityId)
  const number = parseCallbackNumber(input.number, { areaCode, allowed })
  if (!number.ok) throw invalid({ number: number.message })
  await tellingTheField(SENTENCES, () =>
    inTransaction(ctx, async (tx) => {
      const row = { name, number: number.value, purpose }
      const entryId = id ?? newId()
      if (id === null) {
        const created_at = ctx.clock.now()
        await store.insertOutsideNumber(tx, { city_id: ctx.cityId, id: entryId, created_at, ...row })
      } else if (!(await store.updateOutsideNumber(tx, ctx.cityId, id, row))) throw notFound('Dieses Ziel')
      const what = id === null ? 'created' : 'changed'
      await emitOutside(tx, ctx, 'outside-number.changed', { id: entryId }, { what })
    }),
  )
}
