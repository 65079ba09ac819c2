import { requireSameOrigin } from '../../platform/http/mount.ts'
import { confirmSender, findAskedSender } from '../../reports/index.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { SenderPage } from './SenderPage.tsx'
import { senderTexts } from './senderTexts.ts'

const linkOf = ({ c }: Visit): string => c.req.param('link')?.slice(0, 60) ?? ''

/** `GET /meldung/absender/:link`; changes nothing. */
export async function showSender(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  const link = linkOf(visit)
  const asked = await findAskedSender(ctx, link)
  const texts = senderTexts[frame.lang]
  const lead = asked ? texts.lead(asked.number, asked.sender) : texts.gone
  const page = <SenderPage frame={frame} link={link} asked={asked} lead={lead} />
  return render(c, page, 'personal', asked ? 200 : 404)
}

/** `POST /meldung/absender/:link` */
export async function takeSender(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  requireSameOrigin(c)
  const taken = await confirmSender(ctx, linkOf(visit))
  const { done, gone } = senderTexts[frame.lang]
  const page = <SenderPage frame={frame} link="" asked={null} lead={taken ? done : gone} />
  return render(c, page, 'personal', taken ? 200 : 404)
}
