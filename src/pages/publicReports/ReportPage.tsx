import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { TextField } from '../../platform/ui/TextField.tsx'
import { type PublicSteps, stateTexts } from '../../reports/index.ts'
import { spokenDay } from '../../shared/spokenMoment.ts'
import { germanOn } from '../germanOnly.ts'
import { Notice } from '../status/own/Notice.tsx'
import { FeedHead } from './FeedHead.tsx'
import { StateLine } from './StateLine.tsx'
import { publicTexts } from './texts.ts'

interface ReportPageProps {
  frame: Frame
  report: PublicSteps
  now: Date
  timeZone: string
  /** What was typed to follow it by e-mail; null where that cannot be done. */
  following: { email: string; errors: FieldErrors } | null
  notice: string | null
}

/** One report as everybody may see it: what, where, how it stands and stood; no word of staff, no name. */
export function ReportPage({ frame, report, now, timeZone, following, notice }: ReportPageProps) {
  const { lang } = frame
  const texts = publicTexts[lang]
  const day = (at: Date): string => spokenDay(at, now, timeZone, lang === 'en' ? 'en' : 'de')
  const isOpen = report.state !== 'done' && report.state !== 'not-done'
  const feed = `/meldungen/${report.number}/verlauf.rss`
  const title = texts.feedOf(report.number)
  return (
    <Layout
      frame={frame}
      title={title}
      failed={(following?.errors.length ?? 0) > 0}
      head={<FeedHead title={title} href={feed} />}
    >
      <ErrorSummary errors={following?.errors ?? []} lang={lang} />
      <h1>
        <span {...germanOn(lang)}>{report.category}</span> <span class="number">{report.number}</span>
      </h1>
      <Notice text={notice} />
      <div class="answer">
        <StateLine state={report.state} lang={lang} />
        {isOpen && (
          <p>
            {report.state === 'planned' ? texts.planned : texts.due} {day(report.expectedAt)}
          </p>
        )}
      </div>
      <section class="block">
        <p class="as-typed" {...germanOn(lang)}>
          {report.description}
        </p>
        {report.place && (
          <p>
            {texts.where}: <span {...germanOn(lang)}>{report.place}</span>
          </p>
        )}
        {report.photoId && (
          <ul class="photos">
            <li>
              <a href={`/fotos/${report.photoId}.jpg`}>
                <img src={`/fotos/${report.photoId}-klein.jpg`} alt={texts.photo} />
              </a>
            </li>
          </ul>
        )}
        {report.isPrivate && <p class="muted">{texts.coarse}</p>}
      </section>
      <section class="block" aria-labelledby="verlauf">
        <h2 id="verlauf">{texts.history}</h2>
        <ol class="history">
          {report.steps.toReversed().map(({ at, state }) => (
            <li>
              <p class="muted">{day(at)}</p>
              <p>{stateTexts[lang][state].name}</p>
            </li>
          ))}
          <li>
            <p class="muted">{day(report.requestedAt)}</p>
            <p>{texts.received}</p>
          </li>
        </ol>
        {report.steps.length > 0 && <p class="muted">{texts.noWords}</p>}
      </section>
      <section class="block" aria-labelledby="folgen">
        <h2 id="folgen">{texts.follow}</h2>
        <p>{texts.followLead}</p>
        <p>
          <a href={feed}>{texts.followFeed}</a>
        </p>
        {following && (
          <form class="form" method="post" action={linkTo(frame, `/meldungen/${report.number}`)} novalidate>
            <TextField
              id="email"
              label={texts.email}
              hint={texts.emailHint}
              value={following.email}
              errors={following.errors}
              width="long"
              attributes={{ type: 'email', autocomplete: 'email', maxlength: 254 }}
            />
            <button class="kern-btn kern-btn--secondary" type="submit">
              <span class="kern-label">{texts.emailButton}</span>
            </button>
          </form>
        )}
      </section>
      <p class="onward">
        <a href={linkTo(frame, '/meldungen')}>{texts.back}</a>
      </p>
    </Layout>
  )
}
