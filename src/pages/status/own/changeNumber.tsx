import { changeNumber, checkNumber, type CitizenCallback } from '../../../callbacks/index.ts'
import { Problem } from '../../../platform/problems.ts'
import type { FieldErrors } from '../../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../../platform/ui/frame.ts'
import { digitGroups } from '../../../shared/phoneNumber.ts'
import { readForm } from '../../readForm.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { NumberCheckPage, NumberPage } from './NumberPages.tsx'
import { openedCallback } from './openedCallback.ts'
import { refused, renderOwn } from './showOwn.tsx'

/** `GET /anliegen/rueckruf/nummer`: asks for another number. */
export async function showNumber(visit: Visit): Promise<Response> {
  const opened = await openedCallback(visit)
  if (opened instanceof Response) return opened
  if (opened.state !== 'open') return renderOwn(visit, opened, null, 409)
  return renderForm(visit, opened, '', [])
}

/** `POST /anliegen/rueckruf/nummer`: reads it back first; `ja` changes it. */
export async function takeNumber(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  const form = await readForm(c)
  const opened = await openedCallback(visit)
  if (opened instanceof Response) return opened
  const typed = form('number').trim().slice(0, 60)
  const lang = frame.lang === 'en' ? 'en' : 'de'
  const isSure = form('antwort') === 'ja'
  try {
    const number = await checkNumber(ctx, typed, lang)
    if (form('rueckruf') !== opened.id || !isSure) {
      const spelled = digitGroups(number).join(' ')
      const page = <NumberCheckPage frame={frame} id={opened.id} typed={typed} spelled={spelled} />
      return await render(c, page, 'personal')
    }
    await changeNumber(ctx, opened.id, typed, lang)
  } catch (error) {
    if (error instanceof Problem && error.status === 422)
      return renderForm(visit, opened, typed, Object.entries(error.fields))
    return refused(visit, opened, error)
  }
  return c.redirect(linkTo(frame, '/anliegen/rueckruf', { neu: 'nummer' }), 303)
}

function renderForm(
  { c, frame }: Visit,
  { id, digits }: CitizenCallback,
  typed: string,
  errors: FieldErrors,
): Response | Promise<Response> {
  const page = <NumberPage frame={frame} id={id} digits={digits} typed={typed} errors={errors} />
  return render(c, page, 'personal', errors.length > 0 ? 422 : 200)
}
