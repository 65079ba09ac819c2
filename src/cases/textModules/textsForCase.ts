import { lineById, linesOf, todayView } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { displayNumber } from '../../shared/displayNumber.ts'
import { requireTeam } from '../scope.ts'
import { findCase } from '../store.ts'
import type { InsertableTexts } from './contract.ts'
import { fillIn } from './fillRule.ts'
import * as store from './store.ts'

/** What may be inserted into a note of this case, filled in. @throws Problem 404, 403 for another team's */
export async function textsForCase(ctx: StaffContext, caseId: string): Promise<InsertableTexts> {
  requireRole(ctx, ...CITY_STAFF)
  const { db, cityId } = ctx
  const found = await findCase(db, cityId, { id: caseId })
  if (!found) throw notFound('Dieses Anliegen')
  requireTeam(ctx.actor, found.teamId)
  const line = (found.lineId && (await lineById(db, cityId, found.lineId))) || (await linesOf(db, cityId))[0]
  const values = {
    Nummer: found.number,
    Rufnummer: line ? displayNumber(line.number) : '',
    Servicezeiten: (await todayView(db, cityId, ctx.clock.now())).hoursText,
  }
  const modules = await store.modulesFor(db, cityId, found)
  const lang = found.contactLang
  const texts = modules.map(({ text, ...module }) => ({ ...module, text: fillIn(text, values) }))
  return {
    lang,
    texts: [...texts.filter((one) => one.lang === lang), ...texts.filter((one) => one.lang !== lang)],
  }
}
