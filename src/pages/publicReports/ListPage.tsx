import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { PublicList } from '../../reports/index.ts'
import { FeedHead } from './FeedHead.tsx'
import { FilterForm } from './FilterForm.tsx'
import { type Filter, queryOf, withoutWords } from './readAsked.ts'
import { ReportItem } from './ReportItem.tsx'
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
      <p>
        <a href={linkTo(frame, '/meldungen/karte', queryOf(withoutWords(filter)))}>{texts.asMap}</a>
      </p>
      <FilterForm frame={frame} action="/meldungen" filter={filter} categories={categories} />
      {reports.length === 0 ? (
        <p class="block spaced">{texts.none}</p>
      ) : (
        <ul class="results block spaced">
          {reports.map((report) => (
            <ReportItem frame={frame} report={report} now={now} timeZone={timeZone} />
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
