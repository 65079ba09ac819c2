import type { Reader } from '../../platform/db/connect.ts'
import type { NoticeSettings } from './contract.ts'

const DEFAULTS: NoticeSettings = { confirm: 'none', reminderDays: 2 }

export async function noticeSettings(reader: Reader, cityId: string): Promise<NoticeSettings> {
  const row = await reader
    .selectFrom('appointment_notice_setting')
    .select(['confirm', 'reminder_days'])
    .where('city_id', '=', cityId)
    .executeTakeFirst()
  return row ? { confirm: row.confirm, reminderDays: row.reminder_days } : DEFAULTS
}

export async function saveNoticeSettings(
  writer: Reader,
  cityId: string,
  { confirm, reminderDays }: NoticeSettings,
): Promise<void> {
  const row = { confirm, reminder_days: reminderDays }
  await writer
    .insertInto('appointment_notice_setting')
    .values({ city_id: cityId, ...row })
    .onConflict((conflict) => conflict.column('city_id').doUpdateSet(row))
    .execute()
}
