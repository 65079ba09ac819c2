import type { Child } from 'hono/jsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { longDate } from '../opening.ts'
import type { DaysPage, FreeDay } from './freeDays.ts'
import { bookingTexts } from './texts.ts'
import { spokenClock } from './when.ts'

interface TimeChoiceProps {
  frame: Frame
  page: DaysPage
  /** Where the buttons send to, and the page's own address for other days. */
  path: string
  query: Readonly<Record<string, string>>
  /** Hidden fields of the form. */
  children: Child
}

/** Free times as plain buttons, the earliest first. Days without a free time are not in it. */
export function TimeChoice({ frame, page, path, query, children }: TimeChoiceProps) {
  const { lang } = frame
  const texts = bookingTexts[lang].times
  const { earliest } = page
  return (
    <>
      <form class="times" method="post" action={linkTo(frame, path)}>
        {children}
        {earliest && (
          <p>
            <button
              class="kern-btn kern-btn--primary"
              type="submit"
              name="start"
              value={`${earliest.date}T${earliest.time}`}
            >
              <span class="kern-label">
                {texts.earliest}: {longDate(earliest.date, lang)}, {spokenClock(earliest.time, lang)}
              </span>
            </button>
          </p>
        )}
        {page.days.map((day, place) => (
          <Day day={day} open={place === 0} frame={frame} />
        ))}
      </form>
      <OtherDays frame={frame} page={page} path={path} query={query} />
    </>
  )
}

function Day({ day: { date, times }, open, frame }: { day: FreeDay; open: boolean; frame: Frame }) {
  const { lang } = frame
  const name = longDate(date, lang)
  return (
    <details class="day" open={open}>
      <summary>
        <strong>{name}</strong> <span class="muted">{bookingTexts[lang].times.free(times.length)}</span>
      </summary>
      <ul>
        {times.map((time) => (
          <li>
            <button class="kern-btn kern-btn--secondary" type="submit" name="start" value={`${date}T${time}`}>
              <span class="kern-label">
                <span class="kern-sr-only">{name}, </span>
                {spokenClock(time, 'en')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function OtherDays({ frame, page, path, query }: Omit<TimeChoiceProps, 'children'>) {
  const texts = bookingTexts[frame.lang].times
  const { earlier, later } = page
  if (!earlier && !later) return null
  return (
    <p class="other-days">
      {earlier && <a href={linkTo(frame, path, { ...query, ab: earlier })}>{texts.earlier}</a>}
      {later && <a href={linkTo(frame, path, { ...query, ab: later })}>{texts.later}</a>}
    </p>
  )
}
