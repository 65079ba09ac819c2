import { z } from 'zod'
import { notFound } from '../../platform/problems.ts'
import { csvOf } from '../../shared/csv.ts'
import { dayRows, type KeptTrial, publishedTrial, shownTrials } from '../../trial/index.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { InterimPage } from './InterimPage.tsx'
import { interimOf } from './interimOf.ts'
import { TrialPage, TrialsPage } from './TrialPage.tsx'

interface TrialRoute {
  path: string
  show: (visit: Visit) => Promise<Response>
}

/** What trials found out, for everybody: as a page, as a table, as data. */
export const trialPages: readonly TrialRoute[] = [
  { path: '/testbetrieb', show: showTrials },
  { path: '/testbetrieb/:file{.+\\.csv}', show: showCsv },
  { path: '/testbetrieb/:file{.+\\.json}', show: showJson },
  { path: '/testbetrieb/:file{.+\\.pdf}', show: showPdf },
  { path: '/testbetrieb/:id', show: showTrial },
]

async function showTrials({ c, ctx, frame }: Visit): Promise<Response> {
  return render(c, <TrialsPage frame={frame} trials={await shownTrials(ctx)} />)
}

async function showTrial(visit: Visit): Promise<Response> {
  const id = visit.c.req.param('id')
  const interim = await interimOf(visit, id)
  if (interim) return render(visit.c, <InterimPage frame={visit.frame} interim={interim} />)
  const trial = await trialOf(visit, id)
  return render(visit.c, <TrialPage frame={visit.frame} trial={trial} hasPdf={visit.pdf !== null} />)
}

/** A line for each day. */
async function showCsv(visit: Visit): Promise<Response> {
  const trial = await trialOf(visit, fileOf(visit, '.csv'))
  const rows = dayRows(trial.inputs).map(({ callbacks, settledInCall, answered24, ...row }) => ({
    ...row,
    special: Number(row.special),
    callbacksKept: callbacks?.kept ?? null,
    callbacksDecided: callbacks?.of ?? null,
    settledInCall: settledInCall?.kept ?? null,
    opened: settledInCall?.of ?? null,
    answered24: answered24?.kept ?? null,
    decided24: answered24?.of ?? null,
  }))
  const [first] = rows
  const lines = first ? [Object.keys(first), ...rows.map((row) => Object.values(row))] : []
  return visit.c.body(csvOf(lines), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="testbetrieb-${trial.plan.period.from}.csv"`,
  })
}

/** The plan, the result and the days as the page has them. */
async function showJson(visit: Visit): Promise<Response> {
  const { plan, lockedAt, countedAt, changes, remarks, decision, inputs, result, hash } = await trialOf(
    visit,
    fileOf(visit, '.json'),
  )
  const { leftOut: before } = inputs.baseline
  const { leftOut } = inputs.trial
  const body = {
    plan,
    lockedAt,
    countedAt,
    changes,
    remarks,
    decision,
    result,
    leftOut: [...before, ...leftOut],
    days: dayRows(inputs),
    testCalls: inputs.testCalls ?? { baseline: [], trial: [] },
    inputsSha256: hash,
  }
  return visit.c.json(body, 200, { 'access-control-allow-origin': '*' })
}

/** The page on paper. @throws Problem 404 where no browser is installed, 503 where it does not print */
async function showPdf(visit: Visit): Promise<Response> {
  const { c, frame, pdf } = visit
  const trial = await trialOf(visit, fileOf(visit, '.pdf'))
  if (!pdf) throw notFound('Dieses PDF')
  const page = new URL(`/testbetrieb/${trial.id}?lang=${frame.lang}`, c.req.url)
  const file = await pdf.print(
    page,
    `${trial.id} ${frame.lang} ${trial.decision?.decision ?? ''} ${trial.remarks.length}`,
  )
  return c.body(new Uint8Array(file), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="testbetrieb-${trial.plan.period.from}.pdf"`,
  })
}

const fileOf = ({ c }: Visit, ending: string): string => (c.req.param('file') ?? '').slice(0, -ending.length)

async function trialOf({ ctx }: Visit, id: string | undefined): Promise<KeptTrial> {
  const known = z.uuid().safeParse(id)
  const trial = known.success ? await publishedTrial(ctx, known.data) : null
  if (!trial) throw notFound('Diesen Testbetrieb')
  return trial
}
