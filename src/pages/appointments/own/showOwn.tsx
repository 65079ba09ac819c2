import { linkTo } from '../../../platform/ui/frame.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { dropKeys } from '../keep.ts'
import { readForm } from '../../readForm.ts'
import { type OpenedOwn, openedOwn } from './openedOwn.ts'
import { OwnPage } from './OwnPage.tsx'
import { ownTexts } from './texts.ts'

/** `GET /termin/mein/ansicht`: the own appointment; `?neu` after it was moved, `?weniger` with fewer persons. */
export async function showOwn(visit: Visit): Promise<Response> {
  const opened = await openedOwn(visit)
  if (opened instanceof Response) return opened
  const { moved, fewerDone } = ownTexts[visit.frame.lang]
  const { neu, weniger } = visit.c.req.query()
  return renderOwn(visit, opened, neu === '' ? moved : weniger === '' ? fewerDone : null)
}

export function renderOwn(
  { c }: Visit,
  opened: OpenedOwn,
  notice: string | null,
  status: 200 | 409 = 200,
): Response | Promise<Response> {
  return render(c, <OwnPage opened={opened} notice={notice} />, 'personal', status)
}

/** `POST /termin/mein/fertig`: this browser forgets numbers and keys. */
export async function leaveOwn({ c, frame }: Visit): Promise<Response> {
  await readForm(c)
  dropKeys(c)
  return c.redirect(linkTo(frame, '/'), 303)
}
