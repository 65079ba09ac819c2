import { linkTo, type Frame } from '../platform/ui/frame.ts'
import { sharedTexts } from './texts.ts'

interface SearchFormProps {
  frame: Frame
  query: string
  /** On the start page the question is the page's heading. */
  asHeading?: boolean
  /** The page below lists everything already. */
  isWholeList?: boolean
}

/** The one question. Sent as a plain form; the script only shows results earlier. */
export function SearchForm({ frame, query, asHeading = false, isWholeList = false }: SearchFormProps) {
  const texts = sharedTexts[frame.lang].search
  const label = <label for="q">{texts.label}</label>
  return (
    <search class="search">
      <form action="/leistungen" method="get" data-search>
        {asHeading ? <h1>{label}</h1> : <div class="search__label">{label}</div>}
        {frame.byLink && <input type="hidden" name="lang" value={frame.lang} />}
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
            <span class="kern-label">{texts.button}</span>
          </button>
        </div>
        <p class="muted search__all" id="q-hinweis">
          {texts.hint}
        </p>
        {!isWholeList && (
          <p>
            <a href={linkTo(frame, '/leistungen')}>{texts.all}</a>
          </p>
        )}
      </form>
    </search>
  )
}
