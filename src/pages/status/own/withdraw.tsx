import { type CitizenReason, withdrawByCitizen } from '../../../callbacks/index.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { readForm } from '../../readForm.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { openedCallback } from './openedCallback.ts'
import { refused, renderOwn } from './showOwn.tsx'
import { ownTexts } from './texts.ts'

const PATH = '/anliegen/rueckruf/absagen'
const REASONS: Readonly<Record<string, CitizenReason>> = { absagen: 'cancel', erledigt: 'settled' }

/** `GET /anliegen/rueckruf/absagen`: asks once. */
export async function askWithdraw(visit: Visit): Promise<Response> {
  const { c, frame } = visit
  const opened = await openedCallback(visit)
  if (opened instanceof Response) return opened
  if (opened.state !== 'open') return renderOwn(visit, opened, null, 409)
  const texts = ownTexts[frame.lang]
  const page = (
    <Layout frame={frame} title={texts.withdrawTitle}>
      <h1>{texts.withdrawTitle}</h1>
      <p class="lead">{texts.withdrawLead}</p>
      <form method="post" action={linkTo(frame, PATH)}>
        <input type="hidden" name="rueckruf" value={opened.id} />
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit" name="grund" value="erledigt">
            <span class="kern-label">{texts.settled}</span>
          </button>
          <button class="kern-btn kern-btn--secondary" type="submit" name="grund" value="absagen">
            <span class="kern-label">{texts.cancel}</span>
          </button>
          <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/anliegen/rueckruf')}>
            <span class="kern-label">{texts.keep}</span>
          </a>
        </div>
      </form>
    </Layout>
  )
  return render(c, page, 'personal')
}

/** `POST /anliegen/rueckruf/absagen`: withdraws; twice is as good as once. */
export async function takeWithdraw(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  const form = await readForm(c)
  const opened = await openedCallback(visit)
  if (opened instanceof Response) return opened
  const reason = REASONS[form('grund')]
  if (!reason || form('rueckruf') !== opened.id) return c.redirect(linkTo(frame, PATH), 303)
  try {
    if (opened.state !== 'done') await withdrawByCitizen(ctx, opened.id, reason)
  } catch (error) {
    return refused(visit, opened, error)
  }
  return c.redirect(linkTo(frame, '/anliegen/rueckruf'), 303)
}
