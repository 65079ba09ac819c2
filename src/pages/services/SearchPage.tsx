import type { ServiceSummary } from '../../catalogue/index.ts'
import type { Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Calling } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { Results } from '../Results.tsx'
import { SearchForm } from '../SearchForm.tsx'
import { serviceTexts } from './texts.ts'

interface SearchPageProps {
  frame: Frame
  query: string
  hits: readonly ServiceSummary[]
  calling: Calling
}

/** Results, each with its answer in one sentence; without a result the way to a person. */
export function SearchPage({ frame, query, hits, calling }: SearchPageProps) {
  const { lang } = frame
  const texts = serviceTexts[lang]
  return (
    <Layout frame={frame} title={texts.resultsFor(query)}>
      <h1>{texts.resultsFor(query)}</h1>
      <SearchForm frame={frame} query={query} />
      <Results frame={frame} hits={hits} />
      {hits.length === 0 && (
        <section class="next" aria-labelledby="hilfe">
          <h2 id="hilfe">{texts.nothing}</h2>
          <p>{texts.nothingHelp}</p>
          <CallLines calling={calling} lang={lang} heading="h3" />
        </section>
      )}
    </Layout>
  )
}
