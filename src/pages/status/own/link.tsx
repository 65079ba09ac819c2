import { isOpenLink, openCallbackLink } from '../../../callbacks/index.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { readForm } from '../../readForm.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { showStatusForm } from '../showStatusForm.tsx'
import { keepKey } from './keep.ts'
import { ownTexts } from './texts.ts'

// As the links of appointments (src/pages/appointments/linked/openLink.tsx): once, and by a button.

/** `GET /anliegen/k/:link`: a button, and nothing of the case yet. */
export async function showLink(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  if (!(await isOpenLink(ctx, linkIn(visit)))) return showOver(visit)
  const texts = ownTexts[frame.lang]
  const page = (
    <Layout frame={frame} title={texts.linkTitle}>
      <h1>{texts.linkTitle}</h1>
      <p class="lead">{texts.linkLead}</p>
      <form method="post" action={linkTo(frame, frame.here.path)}>
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.linkOpen}</span>
          </button>
        </div>
      </form>
    </Layout>
  )
  return render(c, page, 'personal')
}

/** `POST /anliegen/k/:link`: opens the callback in this browser. */
export async function takeLink(visit: Visit): Promise<Response> {
  const { c, ctx, frame, tls } = visit
  await readForm(c)
  const opened = await openCallbackLink(ctx, linkIn(visit))
  if (!opened) return showOver(visit)
  keepKey(c, tls, opened)
  return c.redirect(linkTo(frame, '/anliegen/rueckruf'), 303)
}

/** Used, or never one of ours: the number of the case opens it as well. */
const showOver = (visit: Visit): Promise<Response> =>
  showStatusForm(visit, { notice: ownTexts[visit.frame.lang].linkOver, status: 404 })

const linkIn = ({ c }: Visit): string => c.req.param('link')?.slice(0, 60) ?? ''
