import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { PromptRecording } from '../../platform/db/tables.generated.ts'
import type { Lang } from '../../shared/lang.ts'

/** The city's own recordings, without their sound. */
export function ownPrompts(reader: Reader, cityId: string) {
  return reader
    .selectFrom('prompt_recording')
    .select(['name', 'lang', 'key', 'duration_ms as durationMs', 'uploaded_at as uploadedAt'])
    .where('city_id', '=', cityId)
    .execute()
}

export async function soundOfKey(reader: Reader, key: string): Promise<Buffer | null> {
  const row = await reader
    .selectFrom('prompt_recording')
    .select('audio')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.audio ?? null
}

export async function ownSound(
  reader: Reader,
  cityId: string,
  { lang, name }: { lang: Lang; name: string },
): Promise<Buffer | null> {
  const row = await reader
    .selectFrom('prompt_recording')
    .select('audio')
    .where('city_id', '=', cityId)
    .where('lang', '=', lang)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.audio ?? null
}

export async function savePrompt(tx: Tx, row: Insertable<PromptRecording>): Promise<void> {
  const { city_id: _city, lang: _lang, name: _name, ...changed } = row
  await tx
    .insertInto('prompt_recording')
    .values(row)
    .onConflict((c) => c.columns(['city_id', 'lang', 'name']).doUpdateSet(changed))
    .execute()
}

/** @returns whether there was one */
export async function deletePrompt(
  tx: Tx,
  cityId: string,
  { lang, name }: { lang: Lang; name: string },
): Promise<boolean> {
  const done = await tx
    .deleteFrom('prompt_recording')
    .where('city_id', '=', cityId)
    .where('lang', '=', lang)
    .where('name', '=', name)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}
