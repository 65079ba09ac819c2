import { cityOf } from '../../city/index.ts'
import { findCaseByNumber } from '../../cases/index.ts'
import { tryOnce, verifyPassword } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import { invalid, Problem } from '../../platform/problems.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { parseCaseNumber } from '../../shared/caseNumber.ts'
import * as reports from '../store.ts'
import { followTexts } from './followTexts.ts'
import { reportOfLink } from './link.ts'
import { plainSecret } from './secret.ts'
import { countTry, takeTryBack } from './secretStore.ts'

/** How whoever reported shows that it is theirs: a message's link, or the number with the words. */
export type Proof = { link: string } | { number: string; secret: string; address: string }

/**
 * The report that a proof opens. Guessing words is slow, for one address and for one report.
 * @returns the case's id @throws Problem 404 (the same for a wrong number and for wrong words), 422, 429
 */
export async function openByReporter(ctx: Context, proof: Proof, lang: PageLanguage): Promise<string> {
  const caseId = 'link' in proof ? await byLink(ctx, proof.link) : await byWords(ctx, proof, lang)
  if (caseId === null) throw new Problem(404, 'not-found', followTexts[lang].unknown)
  return caseId
}

async function byLink(ctx: Context, link: string): Promise<string | null> {
  const caseId = await reportOfLink(ctx, ctx.cityId, link)
  return caseId && (await reports.findReport(ctx.db, ctx.cityId, caseId)) ? caseId : null
}

async function byWords(
  ctx: Context,
  { number: typed, secret, address }: Extract<Proof, { number: string }>,
  lang: PageLanguage,
): Promise<string | null> {
  const { casePrefix } = await cityOf(ctx.db, ctx.cityId)
  const number = parseCaseNumber(typed, { prefix: casePrefix, lang: lang === 'en' ? 'en' : 'de' })
  const plain = plainSecret(secret)
  if (!number.ok || plain === '') {
    throw invalid({
      ...(number.ok ? {} : { number: number.message }),
      ...(plain === '' ? { secret: followTexts[lang].noWords } : {}),
    })
  }
  const attempt = await tryOnce(ctx, 'report', [ctx.cityId, number.value, address])
  const found = await findCaseByNumber(ctx.db, ctx.cityId, number.value)
  const hash = found && (await countTry(ctx.db, ctx.cityId, found.id))
  if (!found || !hash || !(await verifyPassword(hash, plain))) return null
  await takeTryBack(ctx.db, ctx.cityId, found.id)
  await attempt.succeeded()
  return found.id
}
