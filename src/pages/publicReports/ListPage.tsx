import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { PublicList, PublicReport } from '../../reports/index.ts'
import { spokenDay } from '../../shared/spokenMoment.ts'
import { germanOn } from '../germanOnly.ts'
import { FeedHead } from './FeedHead.tsx'
import { FilterForm } from './FilterForm.tsx'
import { type Filter, queryOf } from './readAsked.ts'
import { StateLine } from './StateLine.tsx'
import { publicTexts } from './texts.ts'

interface ListPageProps {
  frame: Frame
  list: PublicList
  filter: Filter
  /** Whether newer ones come before. */
  isLater: boolean
  categories: readonly { id: string; name: string }[]
  now: Date
  timeZone: string
}

/** What everybody may see of the reports, and how to see less of it. */
export function ListPage({ frame, list, filter, isLater, categories, now, timeZone }: ListPageProps) {
  const texts = publicTexts[frame.lang]
  const { reports, next } = list
  const query = queryOf(filter)
  const feed = linkTo({ ...frame, byLink: false }, '/meldungen.rss', query)
  return (
    <Layout frame={frame} title={texts.title} head={<FeedHead title={texts.title} href={feed} />}>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <FilterForm frame={frame} filter={filter} categories={categories} />
      {reports.length === 0 ? (
        <p class="block spaced">{texts.none}</p>
      ) : (
        <ul class="results block spaced">
          {reports.map((report) => (
            <Item frame={frame} report={report} now={now} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {(next ?? isLater) && (
        <p class="actions">
          {next && <a href={linkTo(frame, '/meldungen', { ...query, nach: next })}>{texts.more}</a>}
          {isLater && <a href={linkTo(frame, '/meldungen', query)}>{texts.first}</a>}
        </p>
      )}
      <p class="onward">
        <a href={feed}>{texts.feed}</a> <span class="muted">{texts.feedHint}</span>
      </p>
      <p>
        <a href={linkTo(frame, '/melden')}>{texts.report}</a>
      </p>
      <p>
        <a href={linkTo(frame, '/meldung')}>{texts.own}</a>
      </p>
    </Layout>
  )
}

interface ItemProps {
  frame: Frame
  report: PublicReport
  now: Date
  timeZone: string
}

function Item({ frame, report, now, timeZone }: ItemProps) {
  const { lang } = frame
  const texts = publicTexts[lang]
  const day = spokenDay(report.requestedAt, now, timeZone, lang === 'en' ? 'en' : 'de')
  return (
    <li>
      <a href={linkTo(frame, `/meldungen/${report.number}`)}>
        <span {...germanOn(lang)}>{report.category}</span> <span class="number">{report.number}</span>
      </a>
      <p {...germanOn(lang)}>{excerpt(report.description)}</p>
      <StateLine state={report.state} lang={lang} />
      <p class="muted">
        {report.place && (
          <>
            <span {...germanOn(lang)}>{report.place}</span> ·{' '}
          </>
        )}
        {texts.reported}: {day}
      </p>
    </li>
  )
}

/** Signs of a description that the list shows. */
const EXCERPT = 140
const excerpt = (text: string): string =>
  text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()} …` : text
