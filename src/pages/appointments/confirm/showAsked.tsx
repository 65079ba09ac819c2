import { confirmByCode } from '../../../appointments/index.ts'
import { Problem } from '../../../platform/problems.ts'
import type { FieldErrors } from '../../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../../platform/ui/frame.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { dropDraft } from '../keep.ts'
import { openHold, type OpenHold, showExpired } from '../openHold.tsx'
import { readForm } from '../../readForm.ts'
import { AskedPage } from './AskedPage.tsx'
import { confirmTexts } from './texts.ts'

/** `GET /termin/bestaetigen`: what was sent, and the field for a code. */
export async function showAsked(visit: Visit): Promise<Response> {
  const hold = await openHold(visit)
  if (hold instanceof Response) return hold
  if (!hold.own.awaits) return visit.c.redirect(linkTo(visit.frame, '/termin/pruefen'), 303)
  return renderAsked(visit, hold, [])
}

/** `POST /termin/bestaetigen`: books with the code. */
export async function takeCode(visit: Visit): Promise<Response> {
  const { c, ctx, frame, address } = visit
  const texts = confirmTexts[frame.lang]
  const form = await readForm(c)
  const hold = await openHold(visit)
  if (hold instanceof Response) return hold
  const { id, secret } = hold.ticket
  // Another window holds another time now.
  if (form('hold') !== id) return renderAsked(visit, hold, [])
  const code = form('code').trim()
  if (code === '') return renderAsked(visit, hold, [['code', texts.codeEmpty]])
  try {
    await confirmByCode(ctx, id, { secret, address }, code)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'wrong-code') return renderAsked(visit, hold, [['code', texts.codeWrong]])
    if (error.code === 'hold-expired') return showExpired(visit)
    throw error
  }
  dropDraft(c)
  return c.redirect(linkTo(frame, '/termin/gebucht'), 303)
}

function renderAsked({ c, city }: Visit, hold: OpenHold, errors: FieldErrors): Response | Promise<Response> {
  const page = <AskedPage hold={hold} timeZone={city.timeZone} errors={errors} />
  return render(c, page, 'personal', errors.length > 0 ? 422 : 200)
}
