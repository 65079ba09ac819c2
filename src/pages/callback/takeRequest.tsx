import { requestCallback, type Requested } from '../../callbacks/index.ts'
import { Problem } from '../../platform/problems.ts'
import { linkTo } from '../../platform/ui/frame.ts'
import { callbackNumber } from '../../shared/callbackNumber.ts'
import { readForm } from '../readForm.ts'
import type { Visit } from '../visit.ts'
import { type Draft, keepDone, keepDraft, newKey } from './keep.ts'
import { renderNumber } from './showNumberStep.tsx'
import { renderWindows } from './showWindowStep.tsx'
import { callbackTexts } from './texts.ts'
import { openQuestion, type Wanted, wanted } from './wanted.tsx'

/** `POST /rueckruf/anfragen`: what the check page showed. */
export async function takeRequest(visit: Visit): Promise<Response> {
  const { c, tls } = visit
  const form = await readForm(c)
  const found = await wanted(visit, form)
  if (found instanceof Response) return found
  const draft = draftIn(form)
  const want: Wanted = { ...found, draft }
  const { frame, query, dialling } = want
  // Whatever comes, it is there for the next page.
  keepDraft(c, tls, draft)
  const phone = callbackNumber(draft.phone, dialling)
  const { start, end } = draft
  const open = openQuestion(want)
  if (open || !phone.ok || start === null || end === null)
    return c.redirect(linkTo(frame, open ?? '/rueckruf/nummer', query), 303)
  try {
    const requested = await requestCallback(visit.ctx, {
      serviceId: want.service?.id ?? null,
      reason: draft.reason.trim(),
      phone: phone.value,
      name: draft.name.trim() || null,
      email: draft.email.trim() || null,
      lang: frame.lang,
      window: { start, end },
      idempotencyKey: draft.key || null,
    })
    return showDone(visit, want, requested)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refused(visit, want, error)
  }
}

function showDone({ c, tls }: Visit, { frame, draft }: Wanted, { number, window }: Requested): Response {
  keepDone(c, tls, { number, phone: draft.phone, start: window.start, end: window.end })
  return c.redirect(linkTo(frame, '/rueckruf/fertig'), 303)
}

function refused(visit: Visit, want: Wanted, problem: Problem): Response | Promise<Response> {
  const { c } = visit
  const { frame, draft } = want
  switch (problem.code) {
    case 'window-full':
      return renderWindows(visit, want, { taken: true })
    case 'number-too-often':
      return renderNumber(visit, want, draft, [['phone', callbackTexts[frame.lang].errors.tooOften]])
    case 'key-used':
      // Sent from another window a moment ago, and changed in this one: what was promised is shown, the rest is kept.
      keepDraft(c, visit.tls, { ...draft, key: newKey() })
      return c.redirect(linkTo(frame, '/rueckruf/fertig'), 303)
    default:
      throw problem
  }
}

function draftIn(form: (name: string) => string): Draft {
  const [, start, end] = /^(\d{1,15})-(\d{1,15})$/.exec(form('fenster')) ?? []
  return {
    key: form('key').slice(0, 60),
    reason: form('reason').slice(0, 700),
    phone: form('phone').slice(0, 60),
    name: form('name').slice(0, 200),
    email: form('email').slice(0, 300),
    start: start ? Number(start) : null,
    end: end ? Number(end) : null,
  }
}
