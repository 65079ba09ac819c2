import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../platform/ui/frame.ts'
import { isBookable } from '../appointments/isBookable.ts'
import { readForm } from '../readForm.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { reasonFaults } from './details.ts'
import { keepDraft } from './keep.ts'
import { ReasonPage } from './ReasonPage.tsx'
import { type Wanted, wanted } from './wanted.tsx'

/** `GET /rueckruf/anliegen` */
export async function showReasonStep(visit: Visit): Promise<Response> {
  const want = await wanted(visit)
  if (want instanceof Response) return want
  return renderReason(visit, want, want.draft.reason, [])
}

/** `POST /rueckruf/anliegen` */
export async function takeReason(visit: Visit): Promise<Response> {
  const { c, tls } = visit
  const form = await readForm(c)
  const want = await wanted(visit, form)
  if (want instanceof Response) return want
  const { frame, service, query, draft } = want
  const reason = form('reason')
  const errors = reasonFaults(reason, service !== null, frame.lang)
  if (errors.length > 0) return renderReason(visit, want, reason, errors)
  keepDraft(c, tls, { ...draft, reason })
  return c.redirect(linkTo(frame, '/rueckruf/nummer', query), 303)
}

async function renderReason(
  visit: Visit,
  want: Wanted,
  reason: string,
  errors: FieldErrors,
): Promise<Response> {
  const { service } = want
  const canBook = service !== null && (await isBookable(visit, service.id))
  const page = <ReasonPage want={want} canBook={canBook} reason={reason} errors={errors} />
  return render(visit.c, page, 'personal', errors.length > 0 ? 422 : 200)
}
