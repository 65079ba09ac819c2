import { displayNumber } from '../../shared/displayNumber.ts'
import { spokenWindow } from '../../shared/germanTime.ts'
import { render } from '../render.ts'
import type { Visit } from '../visit.ts'
import { DonePage, NoDonePage } from './DonePage.tsx'
import { readDone } from './keep.ts'
import { wanted } from './wanted.tsx'

/** `GET /rueckruf/fertig`: what this browser was given, for half an hour. */
export async function showDone(visit: Visit): Promise<Response> {
  const { c, city, frame, platform } = visit
  const want = await wanted(visit)
  if (want instanceof Response) return want
  const done = readDone(c)
  if (!done) return render(c, <NoDonePage frame={frame} />, 'personal', 404)
  const lang = frame.lang === 'en' ? 'en' : 'de'
  const window = spokenWindow(done, platform.clock.now(), city.timeZone, lang)
  const line = displayNumber(want.line.number)
  return render(c, <DonePage frame={frame} number={done.number} window={window} line={line} />, 'personal')
}
