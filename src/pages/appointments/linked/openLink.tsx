import { linkState, openLink } from '../../../appointments/index.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { forServices } from '../../calling.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { keepOwnKey } from '../keep.ts'
import { readForm } from '../../readForm.ts'
import { LinkOverPage, OpenLinkPage } from './LinkPages.tsx'

// The link of a message stands in the address: it cannot stand anywhere else. So it opens once and by a button only: programs that
// follow links before people do change nothing, and an address that somebody else's log has kept opens nothing.

/** `GET /termin/k/:link`: a button. */
export async function showLink(visit: Visit): Promise<Response> {
  if ((await linkState(visit.ctx, linkIn(visit))) !== 'open') return showOver(visit)
  return render(visit.c, <OpenLinkPage frame={visit.frame} />, 'personal')
}

/** `POST /termin/k/:link`: opens the appointment in this browser. */
export async function takeLink(visit: Visit): Promise<Response> {
  const { c, ctx, frame, tls } = visit
  await readForm(c)
  const opened = await openLink(ctx, linkIn(visit))
  if (!opened) return showOver(visit)
  keepOwnKey(c, tls, opened)
  return c.redirect(linkTo(frame, '/termin/mein/ansicht'), 303)
}

/** Used, or never one of ours. */
export async function showOver(visit: Visit): Promise<Response> {
  const calling = forServices(await visit.calling())
  return render(visit.c, <LinkOverPage frame={visit.frame} calling={calling} />, 'personal', 404)
}

const linkIn = ({ c }: Visit): string => c.req.param('link')?.slice(0, 60) ?? ''
