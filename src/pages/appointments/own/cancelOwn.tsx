import { cancelAppointment } from '../../../appointments/index.ts'
import { Problem } from '../../../platform/problems.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { readForm } from '../../readForm.ts'
import { CancelPage } from './CancelPage.tsx'
import { type OpenedOwn, openedOwn } from './openedOwn.ts'
import { renderOwn } from './showOwn.tsx'
import { ownTexts } from './texts.ts'

/** `GET /termin/mein/absagen`: asks. */
export async function askCancel(visit: Visit): Promise<Response> {
  const opened = await openedOwn(visit)
  if (opened instanceof Response) return opened
  return renderQuestion(visit, opened)
}

function renderQuestion(visit: Visit, opened: OpenedOwn): Response | Promise<Response> {
  if (opened.own.state === 'cancelled') return renderOwn(visit, opened, null)
  if (!opened.isOpen) return renderOwn(visit, opened, ownTexts[visit.frame.lang].tooLate, 409)
  return render(visit.c, <CancelPage opened={opened} />, 'personal')
}

/** `POST /termin/mein/absagen`: cancels; twice is as good as once. */
export async function cancelOwn(visit: Visit): Promise<Response> {
  const { c, ctx, frame, address } = visit
  const form = await readForm(c)
  const opened = await openedOwn(visit)
  if (opened instanceof Response) return opened
  const { key, own } = opened
  // Another window has opened another appointment: that one is not meant.
  if (form('termin') !== own.id) return renderQuestion(visit, opened)
  try {
    await cancelAppointment(ctx, own.reference, { secret: key.secret, address })
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'over')) throw error
    return renderOwn(visit, opened, ownTexts[frame.lang].tooLate, 409)
  }
  return c.redirect(linkTo(frame, '/termin/mein/ansicht'), 303)
}
