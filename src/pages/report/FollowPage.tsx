import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { Icon } from '../../platform/ui/Icon.tsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { TextArea } from '../../platform/ui/TextArea.tsx'
import { MOST_PHOTOS, type ReporterView, type ReportUpdate, stateTexts } from '../../reports/index.ts'
import { spokenDay } from '../../shared/spokenMoment.ts'
import { germanOn } from '../germanOnly.ts'
import { Notice } from '../status/own/Notice.tsx'
import { PhotoField, PhotoRow } from './PhotoField.tsx'
import { photoTexts } from './photoTexts.ts'
import { reportTexts } from './texts.ts'

interface FollowPageProps {
  frame: Frame
  report: ReporterView
  /** Opens it again, for the form on this page. */
  link: string
  /** The address of the private feed. */
  feed: string
  now: Date
  timeZone: string
  /** What was typed into "not solved", and what is wrong with it. */
  objection: { text: string; errors: FieldErrors }
  photoErrors: FieldErrors
  notice: string | null
}

/** How it stands, what was written, and "not solved" as long as that can be said. */
export function FollowPage({
  frame,
  report,
  link,
  feed,
  now,
  timeZone,
  objection,
  photoErrors,
  notice,
}: FollowPageProps) {
  const { lang } = frame
  const { follow, object } = reportTexts[lang]
  const state = stateTexts[lang][report.state]
  const day = (at: Date): string => spokenDay(at, now, timeZone, lang === 'en' ? 'en' : 'de')
  const errors = [...objection.errors, ...photoErrors]
  const isOpen = report.state !== 'done' && report.state !== 'not-done'
  return (
    <Layout frame={frame} title={follow.title} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>
        {follow.title} <span class="number">{report.number}</span>
      </h1>
      <Notice text={notice} />
      <div class="answer">
        <p>
          <strong>{state.name}</strong>
        </p>
        <p>{state.means}</p>
        {isOpen && (
          <p>
            {report.state === 'planned' ? follow.planned(day(report.dueAt)) : follow.due(day(report.dueAt))}
          </p>
        )}
      </div>
      {report.mailComesBack && (
        <p class="announcement">
          <Icon name="info" />
          <span>
            {follow.mailComesBack} <a href={linkTo(frame, '/')}>{follow.call}</a>
          </span>
        </p>
      )}
      <section class="block" aria-labelledby="verlauf">
        <h2 id="verlauf">{follow.history}</h2>
        <ol class="history">
          {report.updates.toReversed().map((update) => (
            <Update update={update} when={day(update.at)} lang={lang} />
          ))}
          <li>
            <p class="muted">{day(report.openedAt)}</p>
            <p>{follow.received}</p>
          </li>
        </ol>
      </section>
      {report.objectUntil && (
        <section class="block" aria-labelledby="nicht-geloest">
          <h2 id="nicht-geloest">{object.title}</h2>
          <p>{object.lead(day(report.objectUntil))}</p>
          <form class="form" method="post" action={linkTo(frame, '/meldung/nicht-geloest')} novalidate>
            <input type="hidden" name="link" value={link} />
            <TextArea
              id="text"
              label={object.label}
              hint={object.hint}
              value={objection.text}
              errors={objection.errors}
              rows={4}
            />
            <button class="kern-btn kern-btn--secondary" type="submit">
              <span class="kern-label">{object.button}</span>
            </button>
          </form>
        </section>
      )}
      <section class="block" aria-labelledby="gemeldet">
        <h2 id="gemeldet">{follow.about}</h2>
        <p class="muted" {...germanOn(lang)}>
          {report.category}
        </p>
        <p class="as-typed">{report.description}</p>
        {report.place && (
          <p>
            {follow.place}: {report.place}
          </p>
        )}
      </section>
      <Photos frame={frame} report={report} link={link} errors={photoErrors} isOpen={isOpen} />
      <p class="block spaced">
        <a href={feed}>{follow.feed}</a>
      </p>
      <p class="muted">{follow.feedHint}</p>
      <p class="onward">
        <a href={linkTo(frame, '/meldung')}>{follow.another}</a>
      </p>
    </Layout>
  )
}

interface PhotosProps {
  frame: Frame
  report: ReporterView
  link: string
  errors: FieldErrors
  isOpen: boolean
}

/** Those that are there, and one more as long as somebody would look at it. */
function Photos({ frame, report: { photos, objectUntil }, link, errors, isOpen }: PhotosProps) {
  const { lang } = frame
  const { hint, add } = photoTexts[lang]
  const mayAdd = (isOpen || objectUntil !== null) && photos.length < MOST_PHOTOS
  if (photos.length === 0 && !mayAdd) return null
  return (
    <section class="block" aria-labelledby="fotos">
      <h2 id="fotos">{add.title}</h2>
      {photos.length > 0 && <PhotoRow lang={lang} photos={photos} removable={false} />}
      {mayAdd && (
        <form
          class="form spaced"
          method="post"
          action={linkTo(frame, '/meldung/foto')}
          enctype="multipart/form-data"
          novalidate
        >
          <input type="hidden" name="link" value={link} />
          <PhotoField label={add.label} hint={hint} there={photos.length} errors={errors} />
          <button class="kern-btn kern-btn--secondary" type="submit">
            <span class="kern-label">{add.button}</span>
          </button>
        </form>
      )}
    </section>
  )
}

function Update({ update, when, lang }: { update: ReportUpdate; when: string; lang: Frame['lang'] }) {
  return (
    <li>
      <p class="muted">
        {when} · {update.byReporter ? reportTexts[lang].follow.fromYou : stateTexts[lang][update.state].name}
      </p>
      {update.text ? (
        <p class="as-typed" {...(update.byReporter ? {} : germanOn(lang))}>
          {update.text}
        </p>
      ) : (
        <p>{stateTexts[lang][update.state].means}</p>
      )}
    </li>
  )
}
