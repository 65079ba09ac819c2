import { windowsFor } from '../../callbacks/index.ts'
import { linkTo } from '../../platform/ui/frame.ts'
import { forServices } from '../calling.ts'
import { readForm } from '../readForm.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { keepDraft } from './keep.ts'
import { openQuestion, type Wanted, wanted } from './wanted.tsx'
import { WindowPage } from './WindowPage.tsx'

/** As many as one looks through; more on demand. */
const FIRST = 8
const MOST = 40

/** `GET /rueckruf/zeit` */
export async function showWindowStep(visit: Visit): Promise<Response> {
  const want = await wanted(visit)
  if (want instanceof Response) return want
  return renderWindows(visit, want, { taken: false })
}

/** `POST /rueckruf/zeit`: keeps the choice and goes on to the first open question, or to the check. */
export async function takeWindow(visit: Visit): Promise<Response> {
  const { c, tls } = visit
  const form = await readForm(c)
  const want = await wanted(visit, form)
  if (want instanceof Response) return want
  const [, start, end] = /^(\d{1,15})-(\d{1,15})$/.exec(form('fenster')) ?? []
  if (!start || !end) return renderWindows(visit, want, { taken: false })
  const draft = keepDraft(c, tls, { ...want.draft, start: Number(start), end: Number(end) })
  const next = openQuestion({ ...want, draft }) ?? '/rueckruf/pruefen'
  return c.redirect(linkTo(want.frame, next, want.query), 303)
}

/** @param taken the chosen window is full now */
export async function renderWindows(
  visit: Visit,
  want: Wanted,
  { taken }: { taken: boolean },
): Promise<Response> {
  const { c, ctx, city, platform } = visit
  const now = platform.clock.now()
  const count = c.req.query('mehr') ? MOST : FIRST
  const { callbackTeamId } = want.line
  const wish = { serviceId: want.service?.id ?? null, wide: true }
  const found = await windowsFor(ctx.db, city.id, callbackTeamId, now, count + 1, wish)
  const page = (
    <WindowPage
      want={want}
      windows={found.slice(0, count)}
      now={now}
      timeZone={city.timeZone}
      more={found.length > count && count < MOST}
      taken={taken}
      calling={found.length === 0 ? forServices(await visit.calling()) : null}
    />
  )
  return render(c, page, 'personal', taken ? 409 : 200)
}
