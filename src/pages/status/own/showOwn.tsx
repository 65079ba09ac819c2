import { type CitizenCallback, openByCitizen } from '../../../callbacks/index.ts'
import { type PublicStatus, statusOf } from '../../../cases/index.ts'
import { Problem } from '../../../platform/problems.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { longDateOf } from '../../opening.ts'
import { readForm } from '../../readForm.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { StatusPage } from '../StatusPage.tsx'
import { dropKey, keepKey } from './keep.ts'
import { openedCallback } from './openedCallback.ts'
import { ownTexts } from './texts.ts'

/** `GET /anliegen/rueckruf`: the own case with what can be done about its callback; `?neu=zeit` after a change. */
export async function showOwn(visit: Visit): Promise<Response> {
  const opened = await openedCallback(visit)
  if (opened instanceof Response) return opened
  const { done } = ownTexts[visit.frame.lang]
  const changed = visit.c.req.query('neu')
  return renderOwn(visit, opened, changed === 'zeit' ? done.time : changed === 'nummer' ? done.number : null)
}

export async function renderOwn(
  visit: Visit,
  opened: CitizenCallback,
  notice: string | null,
  code: 200 | 409 = 200,
): Promise<Response> {
  const status = await statusOf(visit.ctx, opened.caseId, visit.frame.lang)
  return renderStatus(visit, status, { state: opened.state, notice }, code)
}

interface Control {
  state: CitizenCallback['state'] | null
  notice: string | null
}

/** The state of a case; with its callback, where this browser has opened one. */
export async function renderStatus(
  { c, city, frame, calling }: Visit,
  status: PublicStatus,
  { state, notice }: Control,
  code: 200 | 409 = 200,
): Promise<Response> {
  const since = longDateOf(status.openedAt, city.timeZone, frame.lang)
  const page = (
    <StatusPage
      frame={frame}
      status={status}
      calling={await calling()}
      since={since}
      control={state}
      notice={notice}
    />
  )
  return render(c, page, 'personal', code)
}

/** Gives the browser a key, where a call is owed for the case and whoever asks is its citizen. */
export async function openControl({ c, ctx, tls }: Visit, { caseId }: PublicStatus): Promise<'open' | null> {
  const opened = caseId === null ? null : await openByCitizen(ctx, caseId)
  if (!opened) return null
  keepKey(c, tls, opened)
  return 'open'
}

/** What a verb refused, said on the own page; any other error is thrown. */
export function refused(visit: Visit, opened: CitizenCallback, error: unknown): Promise<Response> {
  if (!(error instanceof Problem) || error.status !== 409) throw error
  const { calling, over } = ownTexts[visit.frame.lang]
  const notice = error.code === 'being-called' ? calling : over
  return renderOwn(visit, opened, notice, 409)
}

/** `POST /anliegen/rueckruf/fertig`: this browser forgets the callback. */
export async function leaveOwn({ c, frame }: Visit): Promise<Response> {
  await readForm(c)
  dropKey(c)
  return c.redirect(linkTo(frame, '/'), 303)
}
