import { answerReminder, type OwnAppointment, readReminded } from '../../../appointments/index.ts'
import { Problem } from '../../../platform/problems.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { bookingFor } from '../booking.ts'
import { readForm } from '../../readForm.ts'
import { spokenMoment } from '../when.ts'
import { showOver } from './openLink.tsx'
import { RemindedPage } from './RemindedPage.tsx'

/** `GET /termin/e/:link`: time, place, and two buttons. The link only answers; it opens nothing and shows no name. */
export async function showReminded(visit: Visit): Promise<Response> {
  const { c, city, frame, ctx } = visit
  const own = await readReminded(ctx, linkIn(visit))
  if (!own) return showOver(visit)
  const booking = await bookingFor(visit, own.services, own.officeId)
  const when = spokenMoment(own.start, city.timeZone, frame.lang)
  const page = <RemindedPage booking={{ ...booking, frame }} when={when} state={stateOf(visit, own)} />
  return render(c, page, 'personal')
}

function stateOf({ platform }: Visit, own: OwnAppointment): 'open' | 'kept' | 'released' | 'past' {
  if (own.state === 'cancelled') return 'released'
  if (own.state !== 'booked' || own.start <= platform.clock.now().getTime()) return 'past'
  return own.kept ? 'kept' : 'open'
}

/** `POST /termin/e/:link`: "I come", or "I do not need it any more". */
export async function takeAnswer(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  const form = await readForm(c)
  const answer = { ja: 'keep', nein: 'release' } as const
  const given = form('antwort')
  try {
    if (given === 'ja' || given === 'nein') await answerReminder(ctx, linkIn(visit), answer[given])
  } catch (error) {
    // Over meanwhile: the page says so.
    if (!(error instanceof Problem && error.code === 'over')) throw error
  }
  return c.redirect(linkTo(frame, frame.here.path), 303)
}

const linkIn = ({ c }: Visit): string => c.req.param('link')?.slice(0, 60) ?? ''
