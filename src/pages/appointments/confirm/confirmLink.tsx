import { confirmByLink, linkState } from '../../../appointments/index.ts'
import { Problem } from '../../../platform/problems.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { forServices } from '../../calling.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { keepOwnKey } from '../keep.ts'
import { readForm } from '../../readForm.ts'
import { ConfirmPage, NoConfirmPage } from './ConfirmPages.tsx'

/** `GET /termin/b/:link`: a button, because programs look through mails before people do. */
export async function showConfirm(visit: Visit): Promise<Response> {
  if ((await linkState(visit.ctx, linkIn(visit), 'confirm')) !== 'open') return showNo(visit, 'used')
  return render(visit.c, <ConfirmPage frame={visit.frame} />, 'personal')
}

/** `POST /termin/b/:link`: books, and opens the appointment in this browser. */
export async function takeConfirm(visit: Visit): Promise<Response> {
  const { c, ctx, frame, tls } = visit
  await readForm(c)
  try {
    const booked = await confirmByLink(ctx, linkIn(visit))
    if (!booked) return await showNo(visit, 'used')
    keepOwnKey(c, tls, booked)
  } catch (error) {
    if (!(error instanceof Problem && error.status === 409)) throw error
    return showNo(visit, 'late')
  }
  return c.redirect(linkTo(frame, '/termin/mein/ansicht'), 303)
}

async function showNo(visit: Visit, why: 'used' | 'late'): Promise<Response> {
  const calling = forServices(await visit.calling())
  const page = <NoConfirmPage frame={visit.frame} why={why} calling={calling} />
  return render(visit.c, page, 'personal', why === 'late' ? 409 : 404)
}

const linkIn = ({ c }: Visit): string => c.req.param('link')?.slice(0, 60) ?? ''
