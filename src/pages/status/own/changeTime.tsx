import { changeWindow, type CitizenCallback, windowsForCitizen } from '../../../callbacks/index.ts'
import { Problem } from '../../../platform/problems.ts'
import { linkTo } from '../../../platform/ui/frame.ts'
import { spokenWindow } from '../../../shared/germanTime.ts'
import { readForm } from '../../readForm.ts'
import { render } from '../../render.ts'
import type { Visit } from '../../visit.ts'
import { openedCallback } from './openedCallback.ts'
import { refused, renderOwn } from './showOwn.tsx'
import { ownTexts } from './texts.ts'
import { TimePage } from './TimePage.tsx'

const SHOWN = 12

/** `GET /anliegen/rueckruf/zeit`: other windows. */
export async function showTimes(visit: Visit): Promise<Response> {
  const opened = await openedCallback(visit)
  return opened instanceof Response ? opened : renderTimes(visit, opened, null, 200)
}

/** `POST /anliegen/rueckruf/zeit`: moves it, in one step with giving the old time back. */
export async function takeTime(visit: Visit): Promise<Response> {
  const form = await readForm(visit.c)
  const opened = await openedCallback(visit)
  if (opened instanceof Response) return opened
  // Without an end the hour is meant: so asks a page from before there were several lengths.
  const [, start, end] = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(form('start')) ?? []
  // Another window of the browser has opened another callback: that one is not meant.
  if (form('rueckruf') !== opened.id || !start) return renderTimes(visit, opened, null, 200)
  try {
    await changeWindow(visit.ctx, opened.id, new Date(Number(start)), end ? new Date(Number(end)) : undefined)
  } catch (error) {
    if (error instanceof Problem && error.code === 'window-full')
      return renderTimes(visit, opened, ownTexts[visit.frame.lang].timeTaken, 409)
    return refused(visit, opened, error)
  }
  return visit.c.redirect(linkTo(visit.frame, '/anliegen/rueckruf', { neu: 'zeit' }), 303)
}

async function renderTimes(
  visit: Visit,
  opened: CitizenCallback,
  notice: string | null,
  status: 200 | 409,
): Promise<Response> {
  const { c, ctx, city, frame, platform } = visit
  if (opened.state !== 'open') return renderOwn(visit, opened, null, 409)
  const lang = frame.lang === 'en' ? 'en' : 'de'
  const now = platform.clock.now()
  const free = await windowsForCitizen(ctx, opened.id, SHOWN)
  const times = free.map((window) => ({
    window: `${window.start}-${window.end}`,
    text: spokenWindow(window, now, city.timeZone, lang),
  }))
  const page = <TimePage frame={frame} id={opened.id} times={times} notice={notice} />
  return render(c, page, 'personal', status)
}
