import { linkTo } from '../../platform/ui/frame.ts'
import { callbackNumber } from '../../shared/callbackNumber.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { CheckPage } from './CheckPage.tsx'
import { keepDraft } from './keep.ts'
import { openQuestion, wanted } from './wanted.tsx'

/** `GET /rueckruf/pruefen`: everything once more, or the first question that is open. */
export async function showCheckStep(visit: Visit): Promise<Response> {
  const { c, city, platform, tls } = visit
  const want = await wanted(visit)
  if (want instanceof Response) return want
  const { frame, query, dialling } = want
  const draft = keepDraft(c, tls, want.draft)
  const phone = callbackNumber(draft.phone, dialling)
  const { start, end } = draft
  const open = openQuestion(want)
  if (open || !phone.ok || start === null || end === null)
    return c.redirect(linkTo(frame, open ?? '/rueckruf/nummer', query), 303)
  const lang = frame.lang === 'en' ? 'en' : 'de'
  const window = spokenWindow({ start, end }, platform.clock.now(), city.timeZone, lang)
  return render(c, <CheckPage want={{ ...want, draft }} phone={phone.value} window={window} />, 'personal')
}
