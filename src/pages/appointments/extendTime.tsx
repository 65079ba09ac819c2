import { extendHold } from '../../appointments/index.ts'
import { Problem } from '../../platform/problems.ts'
import { linkTo } from '../../platform/ui/frame.ts'
import type { Visit } from '../visit.ts'
import { keepDraft } from './keep.ts'
import { offersIn } from './offers.ts'
import { openHold, showExpired } from './openHold.tsx'
import { readForm } from '../readForm.ts'
import { draftIn } from './showDetailsStep.tsx'

/** `POST /termin/verlaengern`: once more as much time, and back to where somebody was, with what was typed. */
export async function extendTime(visit: Visit): Promise<Response> {
  const { c, ctx, frame, tls, address } = visit
  const form = await readForm(c)
  const isCheck = form('seite') === 'pruefen'
  if (!isCheck) keepDraft(c, tls, draftIn(form))
  const hold = await openHold(visit)
  if (hold instanceof Response) return hold
  const { id, secret } = hold.ticket
  try {
    await extendHold(ctx, id, { secret, address })
  } catch (error) {
    if (offersIn(error)) return showExpired(visit)
    // Pressed twice: it is longer already, and the page says that this is all.
    if (!(error instanceof Problem && error.code === 'extended')) throw error
  }
  return c.redirect(linkTo(frame, isCheck ? '/termin/pruefen' : '/termin/angaben'), 303)
}
