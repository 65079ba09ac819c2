import { inTransaction } from '../../platform/context.ts'
import { Problem } from '../../platform/problems.ts'
import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import {
  addPhoto,
  feedLinkOf,
  linkOf,
  objectToAnswer,
  openByReporter,
  type PhotoRefusal,
  type Proof,
  reportForReporter,
  type TakenPhoto,
} from '../../reports/index.ts'
import { exampleNumber } from '../exampleNumber.ts'
import { type Form, readFields } from '../readForm.ts'
import { render } from '../render.ts'
import { TooManyTriesPage } from '../status/TooManyTriesPage.tsx'
import type { Visit } from '../visit.ts'
import { FollowFormPage, FollowLinkPage } from './FollowFormPage.tsx'
import { FollowPage } from './FollowPage.tsx'
import { PHOTOS, takePhotos, withPhotos } from './photos.ts'
import { photoTexts } from './photoTexts.ts'
import { reportTexts } from './texts.ts'

/** A little more than the longest objection. */
const LONGEST_FIELD = 2_500

/** `GET /meldung` */
export const showFollowForm = (visit: Visit): Promise<Response> =>
  renderForm(visit, { number: '', secret: '' }, [], { status: 200 })

/** `GET /meldung/k/:link`; nothing is opened before somebody presses the button. */
export async function showFollowLink({ c, frame }: Visit): Promise<Response> {
  return render(
    c,
    <FollowLinkPage frame={frame} link={c.req.param('link')?.slice(0, 60) ?? ''} />,
    'personal',
  )
}

/** `POST /meldung`: by number and words, or by a message's link. */
export async function showReport(visit: Visit): Promise<Response> {
  const form = await readFields(visit.c, LONGEST_FIELD)
  const opened = await open(visit, form)
  return typeof opened === 'string' ? renderReport(visit, opened, {}) : opened
}

/** `POST /meldung/nicht-geloest` */
export async function takeObjection(visit: Visit): Promise<Response> {
  const { ctx, frame } = visit
  const form = await readFields(visit.c, LONGEST_FIELD)
  const caseId = await open(visit, form)
  if (typeof caseId !== 'string') return caseId
  const text = form.one('text')
  const words = reportTexts[frame.lang]
  try {
    await objectToAnswer(ctx, caseId, text)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.status === 409) return renderReport(visit, caseId, {})
    const sentence = words.errors.of(error.fields['text'] ?? error.message, 'text')
    return renderReport(visit, caseId, { objection: { text, errors: [['text', sentence]] } })
  }
  return renderReport(visit, caseId, { notice: words.object.sent })
}

/** `POST /meldung/foto`: one more photo, or several. */
export const takeMorePhotos = (visit: Visit): Promise<Response> =>
  withPhotos(visit, LONGEST_FIELD, async (form) => {
    const { ctx, frame } = visit
    const caseId = await open(visit, form)
    if (typeof caseId !== 'string') return caseId
    const texts = photoTexts[frame.lang].add
    if (form.files(PHOTOS).length === 0)
      return renderReport(visit, caseId, { photoErrors: [[PHOTOS, texts.none]] })
    const photoErrors = await takePhotos(visit, form, (taken) => addTo(ctx, caseId, taken))
    return renderReport(visit, caseId, photoErrors.length > 0 ? { photoErrors } : { notice: texts.done })
  })

async function addTo(ctx: Visit['ctx'], caseId: string, taken: TakenPhoto): Promise<'kept' | PhotoRefusal> {
  try {
    await inTransaction(ctx, (tx) => addPhoto(tx, ctx, caseId, taken))
    return 'kept'
  } catch (error) {
    if (error instanceof Problem && error.code === 'photos-full') return 'full'
    if (error instanceof Problem && error.code === 'report-over') return 'over'
    throw error
  }
}

/** The case that the form's proof opens, or the page that says why none. */
async function open(visit: Visit, form: Form): Promise<string | Response> {
  const { ctx, frame, address } = visit
  const link = form.one('link').slice(0, 60)
  const typed = { number: form.one('number').slice(0, 60), secret: form.one('secret').slice(0, 100) }
  const proof: Proof = link ? { link } : { ...typed, address }
  try {
    return await openByReporter(ctx, proof, frame.lang)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refuse(visit, typed, error, link !== '')
  }
}

async function refuse(
  visit: Visit,
  typed: { number: string; secret: string },
  error: Problem,
  byLink: boolean,
): Promise<Response> {
  const { c, frame } = visit
  switch (error.status) {
    case 422:
      return renderForm(visit, typed, inFormOrder(error.fields), { status: 422 })
    case 404:
      return byLink
        ? renderForm(visit, typed, [], { status: 404, notice: reportTexts[frame.lang].follow.linkDead })
        : renderForm(visit, typed, [['number', error.message]], { status: 404 })
    case 429: {
      const calling = await visit.calling()
      return render(
        c,
        <TooManyTriesPage frame={frame} message={error.message} calling={calling} />,
        'personal',
        429,
      )
    }
    default:
      throw error
  }
}

async function renderForm(
  { c, city, frame }: Visit,
  typed: { number: string; secret: string },
  errors: FieldErrors,
  { status, notice = null }: { status: 200 | 404 | 422; notice?: string | null },
): Promise<Response> {
  const page = (
    <FollowFormPage
      frame={frame}
      exampleNumber={exampleNumber(city)}
      typed={typed}
      errors={errors}
      notice={notice}
    />
  )
  return render(c, page, 'personal', status)
}

async function renderReport(
  { c, ctx, city, frame, platform }: Visit,
  caseId: string,
  {
    objection = { text: '', errors: [] },
    photoErrors = [],
    notice = null,
  }: {
    objection?: { text: string; errors: FieldErrors }
    photoErrors?: FieldErrors
    notice?: string | null
  },
): Promise<Response> {
  const report = await reportForReporter(ctx, caseId)
  const page = (
    <FollowPage
      frame={frame}
      report={report}
      link={await linkOf(ctx, ctx.cityId, caseId)}
      feed={`/meldung/feed/${await feedLinkOf(ctx, ctx.cityId, caseId)}`}
      now={platform.clock.now()}
      timeZone={city.timeZone}
      objection={objection}
      photoErrors={photoErrors}
      notice={notice}
    />
  )
  return render(c, page, 'personal', objection.errors.length + photoErrors.length > 0 ? 422 : 200)
}

function inFormOrder(fields: Readonly<Record<string, string>>): FieldErrors {
  return ['number', 'secret'].flatMap((field) => {
    const message = fields[field]
    return message ? [[field, message] as const] : []
  })
}
