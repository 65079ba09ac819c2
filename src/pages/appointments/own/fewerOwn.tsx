import { bringFewer } from '../../../appointments/index.ts'
import { Problem } from '../../../platform/problems.ts'
import type { FieldErrors } from '../../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../../platform/ui/frame.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { readForm } from '../../readForm.ts'
import { FewerPage, fieldOf } from './FewerPage.tsx'
import { type OpenedOwn, openedOwn } from './openedOwn.ts'
import { renderOwn } from './showOwn.tsx'
import { ownTexts } from './texts.ts'

/** `GET /termin/mein/personen`: asks how many still come. */
export async function showFewer(visit: Visit): Promise<Response> {
  const opened = await openedOwn(visit)
  if (opened instanceof Response) return opened
  return renderFewer(visit, opened, [])
}

function renderFewer(visit: Visit, opened: OpenedOwn, errors: FieldErrors): Response | Promise<Response> {
  const isAlone = opened.booking.chosen.every(({ persons }) => persons === 1)
  if (!opened.isOpen) return renderOwn(visit, opened, ownTexts[visit.frame.lang].tooLate, 409)
  if (isAlone) return renderOwn(visit, opened, null)
  return render(
    visit.c,
    <FewerPage opened={opened} errors={errors} />,
    'personal',
    errors.length > 0 ? 422 : 200,
  )
}

/** `POST /termin/mein/personen`: the appointment ends earlier. */
export async function takeFewer(visit: Visit): Promise<Response> {
  const { c, ctx, frame, address } = visit
  const form = await readForm(c)
  const opened = await openedOwn(visit)
  if (opened instanceof Response) return opened
  const { key, own, booking } = opened
  // Another window has opened another appointment: that one is not meant.
  if (form('termin') !== own.id) return renderFewer(visit, opened, [])
  const several = booking.chosen.filter(({ persons }) => persons > 1).map(({ service }) => service.id)
  const wished = several.map((id) => ({ id, persons: Number(form(fieldOf(id))) }))
  const texts = ownTexts[frame.lang]
  try {
    await bringFewer(ctx, own.reference, { secret: key.secret, address }, wished)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.status === 422) return renderFewer(visit, opened, [[fieldOf(several[0] ?? ''), texts.fewerNot]])
    if (error.code === 'over') return renderOwn(visit, opened, texts.tooLate, 409)
    throw error
  }
  return c.redirect(linkTo(frame, '/termin/mein/ansicht', { weniger: '' }), 303)
}
