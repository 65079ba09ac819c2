import type { Child } from 'hono/jsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { germanOn } from '../germanOnly.ts'
import { HeldUntil, MoreTime } from './HeldUntil.tsx'
import type { Draft } from './keep.ts'
import type { OpenHold } from './openHold.tsx'
import { Step } from './Step.tsx'
import { ChosenList } from './Summary.tsx'
import { bookingTexts } from './texts.ts'
import { spokenMoment } from './when.ts'

interface CheckPageProps {
  hold: OpenHold
  now: Date
  timeZone: string
  draft: Draft
  /** The button was pressed in a window that shows another time. */
  fromOtherWindow: boolean
}

/** Everything once more, each with a way to change it, before it counts. */
export function CheckPage({ hold, now, timeZone, draft, fromOtherWindow }: CheckPageProps) {
  const { own, booking } = hold
  const { frame, query } = booking
  const { lang } = frame
  const texts = bookingTexts[lang]
  const reach = [draft.email.trim(), draft.phone.trim()].filter(Boolean)
  return (
    <Layout frame={frame} title={`${texts.check.title} ${texts.book}`} failed={fromOtherWindow}>
      {fromOtherWindow && (
        <p class="announcement" role="alert">
          {texts.check.otherWindow}
        </p>
      )}
      <Step is="check" lang={lang} />
      <h1>{texts.check.title}</h1>
      <HeldUntil own={own} now={now} timeZone={timeZone} lang={lang} />
      <dl class="answers">
        <Answer frame={frame} term={texts.check.what} path="/termin" query={query}>
          <ChosenList chosen={booking.chosen} lang={lang} />
          {booking.minutes !== null && <p class="muted">{texts.summary.lasts(booking.minutes)}</p>}
        </Answer>
        <Answer frame={frame} term={texts.check.when} path="/termin/zeit" query={query}>
          <strong>{spokenMoment(own.start, timeZone, lang)}</strong>
        </Answer>
        {booking.place && (
          <Answer frame={frame} term={texts.check.where}>
            <span {...germanOn(lang)}>
              {booking.place.name}, {booking.place.address}
            </span>
          </Answer>
        )}
        <Answer frame={frame} term={texts.check.who} path="/termin/angaben">
          {draft.name.trim()}
        </Answer>
        <Answer frame={frame} term={texts.check.reach} path="/termin/angaben">
          {reach.map((line) => (
            <p>{line}</p>
          ))}
        </Answer>
      </dl>
      <form method="post" action={linkTo(frame, '/termin/buchen')}>
        <input type="hidden" name="hold" value={own.id} />
        <input type="hidden" name="seite" value="pruefen" />
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.check.button}</span>
          </button>
          <MoreTime own={own} action={linkTo(frame, '/termin/verlaengern')} lang={lang} />
        </div>
      </form>
    </Layout>
  )
}

interface AnswerProps {
  frame: Frame
  term: string
  /** Where it is changed; without one it follows from the others. */
  path?: string
  query?: Readonly<Record<string, string>>
  children: Child
}

function Answer({ frame, term, path, query = {}, children }: AnswerProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
      {path && (
        <dd class="answers__change">
          <a href={linkTo(frame, path, query)}>
            {bookingTexts[frame.lang].change}
            <span class="kern-sr-only">: {term}</span>
          </a>
        </dd>
      )}
    </div>
  )
}
