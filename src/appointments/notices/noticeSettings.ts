import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { emitOffice } from '../events.ts'
import { memoryOf } from '../settings/offices.ts'
import type { NoticeSettings } from './contract.ts'
import * as store from './noticeSettingStore.ts'

/** How the city tells about appointments. @throws Problem 403 */
export async function readNoticeSettings(ctx: StaffContext): Promise<NoticeSettings> {
  requireRole(ctx, 'admin')
  return store.noticeSettings(ctx.db, ctx.cityId)
}

/** @throws Problem 403 */
export async function saveNoticeSettings(ctx: StaffContext, settings: NoticeSettings): Promise<void> {
  requireRole(ctx, 'admin')
  const { cityId } = ctx
  await inTransaction(ctx, async (tx) => {
    await store.saveNoticeSettings(tx, cityId, settings)
    await emitOffice(tx, ctx, 'appointment-notices.changed', { id: cityId }, settings)
  })
  memoryOf(ctx, cityId).notices = null
}
