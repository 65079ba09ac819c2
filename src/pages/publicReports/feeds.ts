import { followedFeed, publicList, publicReport, stateTexts } from '../../reports/index.ts'
import { notFound } from '../../platform/problems.ts'
import type { Visit } from '../visit.ts'
import { askedBy, queryOf, readFilter } from './readAsked.ts'
import { feedAnswer } from './rss.ts'
import { publicTexts } from './texts.ts'

/** So many reports stand in the feed of the list. */
const MOST = 50

const at = (site: string, path: string, query: Record<string, string> = {}): string => {
  const address = new URL(path, site)
  address.search = new URLSearchParams(query).toString()
  return address.href
}

/** `GET /meldungen.rss`, with the filters of the list. In German, as the reports are. */
export async function showListFeed({ c, ctx, city, site }: Visit): Promise<Response> {
  const filter = readFilter((name) => c.req.query(name))
  const { reports } = await publicList(ctx, askedBy(filter, undefined), MOST)
  const texts = publicTexts.de
  return feedAnswer(
    {
      title: `${texts.title}, ${city.title}`,
      link: at(site, '/meldungen', queryOf(filter)),
      self: at(site, '/meldungen.rss', queryOf(filter)),
      description: texts.lead,
      items: reports.map(({ number, category, place, description, state, requestedAt }) => ({
        guid: number,
        title: [category, place].filter(Boolean).join(', '),
        link: at(site, `/meldungen/${number}`),
        text: `${description}\n\n${stateTexts.de[state].name}: ${stateTexts.de[state].means}`,
        at: requestedAt,
      })),
    },
    c.req.header('if-none-match'),
    'general',
  )
}

/** `GET /meldungen/:number/verlauf.rss`: every state that one public report got; goes on as its page does. @throws Problem 404 */
export async function showReportFeed({ c, ctx, site }: Visit): Promise<Response> {
  const number = c.req.param('number') ?? ''
  const report = await publicReport(ctx, number)
  if (!report) throw notFound('Diese Meldung')
  if (report.number !== number.toUpperCase())
    return c.redirect(`/meldungen/${report.number}/verlauf.rss`, 302)
  const texts = publicTexts.de
  const link = at(site, `/meldungen/${report.number}`)
  const steps = [{ at: report.requestedAt, state: 'received' as const }, ...report.steps]
  return feedAnswer(
    {
      title: `${texts.feedOf(report.number)}: ${report.category}`,
      link,
      self: at(site, `/meldungen/${report.number}/verlauf.rss`),
      description: report.description,
      items: steps.toReversed().map((step) => ({
        guid: `${report.number} ${step.at.toISOString()}`,
        title: stateTexts.de[step.state].name,
        link,
        text: stateTexts.de[step.state].means,
        at: step.at,
      })),
    },
    c.req.header('if-none-match'),
    'general',
  )
}

/** `GET /meldung/feed/:link`: every step with its words, for whoever reported. @throws Problem 404 */
export async function showOwnFeed({ c, ctx, site }: Visit): Promise<Response> {
  const link = c.req.param('link') ?? ''
  const report = await followedFeed(ctx, link)
  if (!report) throw notFound('Diese Meldung')
  const texts = publicTexts.de
  const page = at(site, '/meldung')
  const first = { at: report.openedAt, state: 'received' as const, text: '' }
  return feedAnswer(
    {
      title: texts.feedOf(report.number),
      link: page,
      self: at(site, `/meldung/feed/${link}`),
      description: report.category,
      items: [first, ...report.updates].toReversed().map((step) => ({
        guid: `${report.number} ${step.at.toISOString()}`,
        title: stateTexts.de[step.state].name,
        link: page,
        text: step.text || stateTexts.de[step.state].means,
        at: step.at,
      })),
    },
    c.req.header('if-none-match'),
    'personal',
  )
}
