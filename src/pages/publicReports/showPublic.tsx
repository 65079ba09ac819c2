import { notFound, Problem } from '../../platform/problems.ts'
import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../platform/ui/frame.ts'
import {
  askToFollow,
  canFollow,
  publicCategories,
  publicList,
  publicReport,
  type PublicSteps,
} from '../../reports/index.ts'
import { readForm } from '../readForm.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { ListPage } from './ListPage.tsx'
import { askedBy, queryOf, readFilter } from './readAsked.ts'
import { ReportPage } from './ReportPage.tsx'
import { publicTexts } from './texts.ts'

/** `GET /meldungen` */
export async function showList({ c, ctx, city, frame, platform }: Visit): Promise<Response> {
  const filter = readFilter((name) => c.req.query(name))
  const asked = askedBy(filter, c.req.query('nach'))
  const page = (
    <ListPage
      frame={{ ...frame, here: { ...frame.here, query: queryOf(filter) } }}
      list={await publicList(ctx, asked)}
      filter={filter}
      isLater={asked.after !== null}
      categories={await publicCategories(ctx)}
      now={platform.clock.now()}
      timeZone={city.timeZone}
    />
  )
  return render(c, page)
}

/**
 * `GET /meldungen/:number`; from one that belongs to another one it goes on to that, until they are separated.
 * @throws Problem 404, the same for a report that is not shown and for none
 */
export async function showPublicReport(visit: Visit): Promise<Response> {
  const report = await reportOf(visit)
  if (report.number !== visit.c.req.param('number')?.toUpperCase())
    return visit.c.redirect(linkTo(visit.frame, `/meldungen/${report.number}`), 302)
  return renderReport(visit, { email: '', errors: [], notice: null }, report)
}

/** `POST /meldungen/:number`: asks an address whether it wants to follow. @throws Problem 404 */
export async function takeFollower(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  const report = await reportOf(visit)
  const email = (await readForm(c))('email')
  const texts = publicTexts[frame.lang]
  try {
    await askToFollow(ctx, report, email, frame.lang)
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error
    return renderReport(visit, { email, errors: [['email', texts.emailWrong]], notice: null }, report)
  }
  return renderReport(visit, { email: '', errors: [], notice: texts.asked }, report)
}

async function reportOf({ c, ctx }: Visit): Promise<PublicSteps> {
  const report = await publicReport(ctx, c.req.param('number') ?? '')
  if (!report) throw notFound('Diese Meldung')
  return report
}

async function renderReport(
  visit: Visit,
  { email, errors, notice }: { email: string; errors: FieldErrors; notice: string | null },
  report: PublicSteps,
): Promise<Response> {
  const { c, ctx, city, frame, platform } = visit
  const page = (
    <ReportPage
      frame={frame}
      report={report}
      now={platform.clock.now()}
      timeZone={city.timeZone}
      following={canFollow(ctx, report) ? { email, errors } : null}
      notice={notice}
    />
  )
  const isFirst = errors.length === 0 && notice === null
  return render(c, page, isFirst ? 'general' : 'personal', errors.length > 0 ? 422 : 200)
}
