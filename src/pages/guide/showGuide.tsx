import { areasOf, type Service, servicesOf, type Way, wayOf } from '../../catalogue/index.ts'
import { teamsOf } from '../../city/index.ts'
import { listCategories } from '../../reports/index.ts'
import { isBookable } from '../appointments/isBookable.ts'
import { germanOn } from '../germanOnly.ts'
import { render } from '../render.ts'
import { nameOf } from '../services/nameOf.ts'
import type { Visit } from '../visit.ts'
import { type Answer, QuestionPage } from './QuestionPage.tsx'
import { guideTexts } from './texts.ts'
import { WayPage } from './WayPage.tsx'

const PATH = '/wegweiser'
const EXAMPLES = 3

/** `GET /wegweiser?bereich=&leistung=&zeigen=`: at most three questions to the one right way; an answer nobody can give begins anew. */
export async function showGuide(asked: Visit): Promise<Response> {
  const visit = inEveryLanguage(asked)
  const { c, platform, city } = visit
  const services = await servicesOf(platform, city.id)
  const service = services.find(({ id }) => id === c.req.query('leistung'))
  if (service) return afterService(visit, service)
  const area = areasOf(services).find(({ name }) => name === c.req.query('bereich'))
  return area ? askWhich(visit, area) : askArea(visit, services)
}

/** The switch of languages stays at the same question. */
function inEveryLanguage(visit: Visit): Visit {
  const given = ['bereich', 'leistung', 'zeigen'].flatMap((name) => {
    const value = visit.c.req.query(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  const here = { ...visit.frame.here, query: Object.fromEntries(given) }
  return { ...visit, frame: { ...visit.frame, here } }
}

async function askArea(visit: Visit, services: readonly Service[]): Promise<Response> {
  const { c, frame, ctx } = visit
  const texts = guideTexts[frame.lang]
  const canReport = (await listCategories(ctx.db, ctx.cityId, 'active')).length > 0
  const areas = areasOf(services).map(({ name, services: ofArea }): Answer => ({
    text: name.charAt(0).toUpperCase() + name.slice(1),
    // Nobody has to know what an office is called.
    such: ofArea
      .slice(0, EXAMPLES)
      .map((service) => nameOf(service, frame.lang))
      .join(', '),
    german: germanOn(frame.lang),
    path: PATH,
    query: { bereich: name },
  }))
  const answers = [
    ...(canReport ? [{ text: texts.report, path: '/melden' }] : []),
    ...areas,
    { text: texts.unsure, path: '/leistungen' },
  ]
  return render(
    c,
    <QuestionPage frame={frame} number={1} question={texts.about} answers={answers} back={null} />,
  )
}

function askWhich(
  { c, frame }: Visit,
  { name, services }: { name: string; services: readonly Service[] },
): Response | Promise<Response> {
  const texts = guideTexts[frame.lang]
  const answers = services.map((service): Answer => ({
    text: nameOf(service, frame.lang),
    german: germanOn(frame.lang),
    path: PATH,
    query: { leistung: service.id },
  }))
  return render(
    c,
    <QuestionPage frame={frame} number={2} question={texts.which(name)} answers={answers} back={{}} />,
  )
}

async function afterService(visit: Visit, service: Service): Promise<Response> {
  const { c, frame, platform, city } = visit
  const texts = guideTexts[frame.lang]
  const teams = await teamsOf(platform.db, city.id)
  const reportDepartments = teams.filter(({ kind }) => kind === 'reports').map(({ name }) => name)
  const shows = { ja: true, nein: false }[c.req.query('zeigen') ?? ''] ?? null
  const way = wayOf(service, { shows, reportDepartments })
  if (way === 'ask') {
    const answer = (text: string, zeigen: string): Answer => ({
      text,
      path: PATH,
      query: { leistung: service.id, zeigen },
    })
    const answers = [answer(texts.yes, 'ja'), answer(texts.no, 'nein')]
    return render(
      c,
      <QuestionPage
        frame={frame}
        number={3}
        question={texts.shows}
        hint={texts.showsHint}
        answers={answers}
        back={{ bereich: service.department }}
      />,
    )
  }
  return render(
    c,
    <WayPage frame={frame} service={service} way={way} act={await actOf(visit, service, way)} />,
  )
}

/** What can be done here at once; a call is arranged wherever nothing else can be. */
async function actOf(visit: Visit, service: Service, way: Way) {
  const { act } = guideTexts[visit.frame.lang]
  if (way === 'elsewhere') return null
  if (way === 'report') return { path: '/melden', text: act.report }
  const query = { leistung: service.id }
  if (way === 'come' && (await isBookable(visit, service.id)))
    return { path: '/termin', query, text: act.come }
  return { path: '/rueckruf/anliegen', query, text: act.call }
}
