import type { Context } from '../../platform/context.ts'
import { listCategories } from '../categories/store.ts'
import type { PublicReport } from '../open311/model.ts'
import { type Asked, listAsked } from './publicStore.ts'

/** So many stand on one page. */
export const PUBLIC_PAGE = 25

export interface PublicList {
  reports: readonly PublicReport[]
  /** Where the next page begins; null on the last. */
  next: string | null
}

/** A part of the reports that everybody may see, newest first. */
export async function publicList(ctx: Context, asked: Asked, most = PUBLIC_PAGE): Promise<PublicList> {
  const found = await listAsked(ctx.db, ctx.cityId, asked, most + 1)
  const reports = found.slice(0, most)
  return { reports, next: found.length > most ? (reports.at(-1)?.caseId ?? null) : null }
}

/** Of which there may be reports that everybody sees. */
export async function publicCategories(ctx: Context): Promise<{ id: string; name: string }[]> {
  const all = await listCategories(ctx.db, ctx.cityId, 'all')
  return all.filter(({ published }) => published).map(({ id, name }) => ({ id, name }))
}
