import type { ServiceSummary } from '../../catalogue/index.ts'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from '../services/nameOf.ts'
import { Step } from './Step.tsx'
import { callbackTexts } from './texts.ts'

interface ServiceStepPageProps {
  frame: Frame
  query: string
  /** Null while nothing is searched for. */
  hits: readonly ServiceSummary[] | null
}

/** What the call is about, by the catalogue; whoever finds nothing there goes on without. */
export function ServiceStepPage({ frame, query, hits }: ServiceStepPageProps) {
  const { lang } = frame
  const texts = callbackTexts[lang]
  return (
    <Layout frame={frame} title={`${texts.service.title} – ${texts.area}`}>
      <Step is="service" lang={lang} />
      <h1>{texts.service.title}</h1>
      <p>{texts.service.lead}</p>
      <search class="search block">
        <form method="get" action="/rueckruf">
          {frame.byLink && <input type="hidden" name="lang" value={lang} />}
          <label for="q">{texts.service.label}</label>
          <div class="search__row">
            <input
              class="kern-form-input__input"
              id="q"
              name="q"
              type="search"
              value={query}
              maxlength={200}
              autocomplete="off"
              aria-describedby="q-hinweis"
            />
            <button class="kern-btn kern-btn--primary" type="submit">
              <span class="kern-label">{texts.service.search}</span>
            </button>
          </div>
          <p class="muted search__all" id="q-hinweis">
            {texts.service.hint}
          </p>
        </form>
      </search>
      {hits && <output class="count">{hits.length > 0 ? texts.service.found : texts.service.none}</output>}
      {hits && hits.length > 0 && (
        <ol class="results">
          {hits.map((service) => (
            <li>
              <a href={linkTo(frame, '/rueckruf/anliegen', { leistung: service.id })} {...germanOn(lang)}>
                {nameOf(service, lang)}
              </a>
            </li>
          ))}
        </ol>
      )}
      <p class="block actions">
        <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/rueckruf/anliegen')}>
          <span class="kern-label">{texts.service.other}</span>
        </a>
        <span class="muted">{texts.service.otherHint}</span>
      </p>
    </Layout>
  )
}
