import { linkTo } from '../../platform/ui/frame.ts'
import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { faultsOf } from './details.ts'
import { DetailsPage } from './DetailsPage.tsx'
import { type Draft, draftShape, keepDraft, readDraft } from './keep.ts'
import { type OpenHold, openHold } from './openHold.tsx'
import { readForm } from '../readForm.ts'

/** `GET /termin/angaben`: name and address, as far as they were typed. */
export async function showDetailsStep(visit: Visit): Promise<Response> {
  const hold = await openHold(visit)
  if (hold instanceof Response) return hold
  return renderDetails(visit, hold, readDraft(visit.c), [])
}

/** `POST /termin/angaben`: goes on to the check, or shows what is wrong with what was typed. */
export async function takeDetails(visit: Visit): Promise<Response> {
  const { c, city, frame, tls } = visit
  const draft = draftIn(await readForm(c))
  keepDraft(c, tls, draft)
  const hold = await openHold(visit)
  if (hold instanceof Response) return hold
  const errors = faultsOf(draft, city.areaCode, frame.lang)
  if (errors.length > 0) return renderDetails(visit, hold, draft, errors)
  return c.redirect(linkTo(frame, '/termin/pruefen'), 303)
}

/** What was typed, cut to what the fields take and a little more, so that too much is told and not lost. */
export const draftIn = (form: (name: string) => string): Draft =>
  draftShape.parse({
    name: form('name').slice(0, 200),
    email: form('email').slice(0, 300),
    phone: form('phone').slice(0, 60),
  })

export function renderDetails(
  { c, city, platform }: Visit,
  hold: OpenHold,
  draft: Draft,
  errors: FieldErrors,
): Response | Promise<Response> {
  const page = (
    <DetailsPage
      hold={hold}
      now={platform.clock.now()}
      timeZone={city.timeZone}
      draft={draft}
      errors={errors}
    />
  )
  return render(c, page, 'personal', errors.length > 0 ? 422 : 200)
}
