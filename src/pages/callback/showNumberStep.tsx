import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../platform/ui/frame.ts'
import { readForm } from '../readForm.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { contactFaults } from './details.ts'
import { type Draft, keepDraft } from './keep.ts'
import { NumberPage } from './NumberPage.tsx'
import { openQuestion, type Wanted, wanted } from './wanted.tsx'

/** `GET /rueckruf/nummer` */
export async function showNumberStep(visit: Visit): Promise<Response> {
  const want = await wanted(visit)
  if (want instanceof Response) return want
  return renderNumber(visit, want, want.draft, [])
}

/** `POST /rueckruf/nummer`: on to the window, or to the check where one was chosen already. */
export async function takeNumber(visit: Visit): Promise<Response> {
  const { c, tls } = visit
  const form = await readForm(c)
  const want = await wanted(visit, form)
  if (want instanceof Response) return want
  const { frame, query, dialling } = want
  // Cut to a little more than the fields take, so that too much is told and not lost.
  const phone = form('phone').slice(0, 60)
  const draft = { ...want.draft, phone, name: form('name').slice(0, 200), email: form('email').slice(0, 300) }
  const errors = contactFaults(draft, dialling, frame.lang)
  if (errors.length > 0) return renderNumber(visit, want, draft, errors)
  keepDraft(c, tls, draft)
  const next = openQuestion({ ...want, draft }) ?? '/rueckruf/pruefen'
  return c.redirect(linkTo(frame, next, query), 303)
}

export function renderNumber(
  { c }: Visit,
  want: Wanted,
  typed: Draft,
  errors: FieldErrors,
): Response | Promise<Response> {
  const page = <NumberPage want={want} typed={typed} errors={errors} />
  return render(c, page, 'personal', errors.length > 0 ? 422 : 200)
}
