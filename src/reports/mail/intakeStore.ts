import type { Reader, Tx } from '../../platform/db/connect.ts'

/** In which category a report begins that came by mail; null while the city has chosen none, or switched it off. */
export async function intakeCategory(reader: Reader, cityId: string): Promise<string | null> {
  const row = await reader
    .selectFrom('mail_intake')
    .innerJoin('report_category', (join) =>
      join
        .onRef('report_category.city_id', '=', 'mail_intake.city_id')
        .onRef('report_category.id', '=', 'mail_intake.category_id'),
    )
    .select('category_id')
    .where('mail_intake.city_id', '=', cityId)
    .where('report_category.active', '=', true)
    .executeTakeFirst()
  return row?.category_id ?? null
}

export async function setIntakeCategory(tx: Tx, cityId: string, categoryId: string): Promise<void> {
  await tx
    .insertInto('mail_intake')
    .values({ city_id: cityId, category_id: categoryId })
    .onConflict((conflict) => conflict.column('city_id').doUpdateSet({ category_id: categoryId }))
    .execute()
}
