import { confirmInput } from '../../appointments/contract.ts'
import { bookOrAsk } from '../../appointments/index.ts'
import { parse } from '../../platform/http/mount.ts'
import { Problem } from '../../platform/problems.ts'
import { linkTo } from '../../platform/ui/frame.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { CheckPage } from './CheckPage.tsx'
import { faultsOf } from './details.ts'
import { confirmTexts } from './confirm/texts.ts'
import { dropDraft, keepTicket, readDraft } from './keep.ts'
import { offersIn } from './offers.ts'
import { openHold, type OpenHold, showExpired } from './openHold.tsx'
import { readForm } from '../readForm.ts'
import { renderDetails } from './showDetailsStep.tsx'

/** `GET /termin/pruefen`: everything once more. */
export async function showCheckStep(visit: Visit): Promise<Response> {
  const hold = await openHold(visit)
  if (hold instanceof Response) return hold
  return renderCheck(visit, hold, false)
}

function renderCheck(visit: Visit, hold: OpenHold, fromOtherWindow: boolean): Response | Promise<Response> {
  const { c, city, frame, platform } = visit
  const draft = readDraft(c)
  const errors = faultsOf(draft, city.areaCode, frame.lang)
  if (errors.length > 0) return renderDetails(visit, hold, draft, errors)
  const page = (
    <CheckPage
      hold={hold}
      now={platform.clock.now()}
      timeZone={city.timeZone}
      draft={draft}
      fromOtherWindow={fromOtherWindow}
    />
  )
  return render(c, page, 'personal', fromOtherWindow ? 409 : 200)
}

/** `POST /termin/buchen`: books the time that the page showed. */
export async function bookTime(visit: Visit): Promise<Response> {
  const { c, ctx, frame, address, tls } = visit
  const form = await readForm(c)
  const hold = await openHold(visit)
  if (hold instanceof Response) return hold
  const { id, secret } = hold.ticket
  // Another window holds another time now, and the one that was shown is given back.
  if (form('hold') !== id) return renderCheck(visit, hold, true)
  const draft = readDraft(c)
  const errors = faultsOf(draft, visit.city.areaCode, frame.lang)
  if (errors.length > 0) return renderDetails(visit, hold, draft, errors)
  try {
    const { contact } = parse(confirmInput, { secret, contact: draft })
    const booked = await bookOrAsk(ctx, id, { secret, address }, contact, frame.lang)
    if ('awaits' in booked) {
      // The browser keeps the time as long as we do.
      keepTicket(c, tls, hold.ticket)
      return c.redirect(linkTo(frame, '/termin/bestaetigen'), 303)
    }
  } catch (error) {
    if (offersIn(error)) return showExpired(visit)
    if (error instanceof Problem && error.code === 'asked-too-often')
      return c.redirect(linkTo(frame, '/termin/bestaetigen'), 303)
    if (error instanceof Problem && error.fields['contact.email'])
      return renderDetails(visit, hold, draft, [['email', confirmTexts[frame.lang].unreachable]])
    // Booked in the same moment by a second click.
    if (!(error instanceof Problem && error.code === 'confirmed')) throw error
  }
  dropDraft(c)
  return c.redirect(linkTo(frame, '/termin/gebucht'), 303)
}
