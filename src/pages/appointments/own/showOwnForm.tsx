import { openByPhoneKey, readOwnBooked, readPhoneKey } from '../../../appointments/index.ts'
import { Problem } from '../../../platform/problems.ts'
import type { FieldErrors } from '../../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../../platform/ui/frame.ts'
import { forServices } from '../../calling.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { keepOwnKey, type OwnKey } from '../keep.ts'
import { readForm } from '../../readForm.ts'
import { OwnFormPage } from './OwnFormPage.tsx'
import { ownTexts } from './texts.ts'
import { WaitPage } from './WaitPage.tsx'

interface Typed {
  number: string
  key: string
}

/** `GET /termin/mein`: the empty form. */
export async function showOwnForm(visit: Visit): Promise<Response> {
  return renderOwnForm(visit, { number: '', key: '' }, [], 200)
}

/** The form again for somebody whose key the browser no longer keeps. */
export async function askAgain(visit: Visit): Promise<Response> {
  return renderOwnForm(visit, { number: '', key: '' }, [], 404, ownTexts[visit.frame.lang].gone)
}

/** `POST /termin/mein`: opens the appointment, or says that number and key do not fit. */
export async function openOwn(visit: Visit): Promise<Response> {
  const { c, ctx, frame, tls, address } = visit
  const texts = ownTexts[frame.lang].errors
  const form = await readForm(c)
  const typed = { number: form('number').trim().slice(0, 60), key: form('key').trim().slice(0, 80) }
  const missing: [string, string][] = []
  if (!typed.number) missing.push(['number', texts.number])
  if (!typed.key) missing.push(['key', texts.key])
  if (missing.length > 0) return renderOwnForm(visit, typed, missing, 422)
  try {
    keepOwnKey(c, tls, await open(ctx, typed, address))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.status === 429) return showWait(visit)
    if (error.status !== 404) throw error
    return renderOwnForm(visit, typed, [['number', texts.unknown]], 404)
  }
  return c.redirect(linkTo(frame, '/termin/mein/ansicht'), 303)
}

/** By the long key, or by the short one that is said on the telephone. */
async function open(ctx: Visit['ctx'], { number, key }: Typed, address: string): Promise<OwnKey> {
  if (readPhoneKey(key)) return openByPhoneKey(ctx, number, { secret: key, address })
  const { id } = await readOwnBooked(ctx, number, { secret: key, address })
  // Gaps that were copied from paper do not belong to it.
  return { id, secret: key.replaceAll(/\W/g, '') }
}

/** Too many wrong keys: waiting, or the telephone. */
async function showWait(visit: Visit): Promise<Response> {
  const calling = forServices(await visit.calling())
  return render(visit.c, <WaitPage frame={visit.frame} calling={calling} />, 'personal', 429)
}

async function renderOwnForm(
  { c, frame, city }: Visit,
  typed: Typed,
  errors: FieldErrors,
  status: 200 | 404 | 422,
  notice: string | null = null,
): Promise<Response> {
  // Hyphens that keep it on one line; no real one, because its check character is wrong.
  const example = `${city.casePrefix}-T-123-456`.replaceAll('-', '\u2011')
  const page = <OwnFormPage frame={frame} example={example} typed={typed} errors={errors} notice={notice} />
  return render(c, page, 'personal', status)
}
