import { requireSameOrigin } from '../../platform/http/mount.ts'
import { confirmFollowing, findFollowing, stopFollowing } from '../../reports/index.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { FollowingPage } from './FollowingPage.tsx'
import { publicTexts } from './texts.ts'

const linkOf = ({ c }: Visit): string => c.req.param('link')?.slice(0, 60) ?? ''

/** `GET /meldungen/folgen/:link`; changes nothing. */
export const showFollowing = (visit: Visit): Promise<Response> => renderFollowing(visit, null)

/** `POST /meldungen/folgen/:link` */
export async function takeYes(visit: Visit): Promise<Response> {
  requireSameOrigin(visit.c)
  await confirmFollowing(visit.ctx, linkOf(visit))
  return renderFollowing(visit, publicTexts[visit.frame.lang].confirm.done)
}

/** `POST /meldungen/folgen/:link/ende`; the same whether there was something to end. */
export async function takeEnd(visit: Visit): Promise<Response> {
  requireSameOrigin(visit.c)
  await stopFollowing(visit.ctx, linkOf(visit))
  const { c, frame } = visit
  const lead = publicTexts[frame.lang].confirm.stopped
  return render(c, <FollowingPage frame={frame} link="" following={null} lead={lead} />, 'personal')
}

/** @param done what has happened; null before anything */
async function renderFollowing(visit: Visit, done: string | null): Promise<Response> {
  const { c, ctx, frame } = visit
  const link = linkOf(visit)
  const following = await findFollowing(ctx, link)
  const { confirm } = publicTexts[frame.lang]
  const lead = following ? (done ?? (following.isConfirmed ? confirm.follows : confirm.lead)) : confirm.gone
  const page = <FollowingPage frame={frame} link={link} following={following} lead={lead} />
  return render(c, page, 'personal', following ? 200 : 404)
}
