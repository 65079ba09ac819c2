import { moveAppointment } from '../../../appointments/index.ts'
import { Problem } from '../../../platform/problems.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { freeDays, pageOf } from '../freeDays.ts'
import { offersIn } from '../offers.ts'
import { readForm } from '../../readForm.ts'
import { instantOfWall } from '../when.ts'
import { MovePage, MoveTakenPage } from './MovePage.tsx'
import { type OpenedOwn, openedOwn } from './openedOwn.ts'
import { renderOwn } from './showOwn.tsx'
import { ownTexts } from './texts.ts'

/** `GET /termin/mein/zeit`: other times for the own appointment. */
export async function showMove(visit: Visit): Promise<Response> {
  const opened = await openedOwn(visit)
  if (opened instanceof Response) return opened
  return renderMove(visit, opened)
}

async function renderMove(visit: Visit, opened: OpenedOwn): Promise<Response> {
  const { own, booking, isOpen } = opened
  if (!isOpen) return renderOwn(visit, opened, ownTexts[visit.frame.lang].tooLate, 409)
  // What was booked may no longer be offered; then nothing is free for it.
  const isOffered = booking.wishes.length === own.services.length
  const free = isOffered ? await freeDays(visit, booking.wishes, own.officeId) : []
  const page = pageOf(free, visit.c.req.query('ab'))
  return render(visit.c, <MovePage opened={opened} page={page} />, 'personal')
}

/** `POST /termin/mein/zeit`: moves, in one step with giving the old time back. */
export async function moveOwn(visit: Visit): Promise<Response> {
  const { c, ctx, frame, city, address } = visit
  const form = await readForm(c)
  const opened = await openedOwn(visit)
  if (opened instanceof Response) return opened
  const { key, own } = opened
  const start = instantOfWall(form('start'), city.timeZone)
  if (start === null || form('termin') !== own.id) return renderMove(visit, opened)
  try {
    await moveAppointment(ctx, own.reference, { secret: key.secret, address }, start)
  } catch (error) {
    const offers = offersIn(error)
    if (offers) {
      const page = <MoveTakenPage opened={opened} timeZone={city.timeZone} start={start} offers={offers} />
      return render(c, page, 'personal', 409)
    }
    if (!(error instanceof Problem && error.code === 'over')) throw error
    return renderOwn(visit, opened, ownTexts[frame.lang].tooLate, 409)
  }
  return c.redirect(linkTo(frame, '/termin/mein/ansicht', { neu: '' }), 303)
}
