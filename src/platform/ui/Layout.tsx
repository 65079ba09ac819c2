import type { Child } from 'hono/jsx'
import { hereIn, linkTo, type Frame } from './frame.ts'
import { Icon } from './Icon.tsx'
import { HTML_LANG, PAGE_LANGUAGES } from './language.ts'
import { markSvg } from './mark.ts'
import { frameTexts, LANGUAGE_NAMES } from './texts.ts'

interface LayoutProps {
  frame: Frame
  /** Of the browser's tab; the area and the owner are added. */
  title: string
  /** An error is said first, for people who hear the title. */
  failed?: boolean
  /** More for the page's head. */
  head?: Child
  children: Child
}

/** One page: skip link, header with language switch, notice, main, footer. */
export function Layout({ frame, title, failed = false, head, children }: LayoutProps) {
  const texts = frameTexts[frame.lang]
  const site = [texts.area, frame.owner].filter(Boolean).join(', ')
  return (
    <html lang={HTML_LANG[frame.lang]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${failed ? texts.errorPrefix : ''}${title} – ${site}`}</title>
        <link rel="icon" href={ICON} />
        {frame.assets.css && <link rel="stylesheet" href={frame.assets.css} />}
        {frame.assets.script && <script type="module" src={frame.assets.script}></script>}
        {head}
      </head>
      <body>
        <a class="skip" href="#inhalt">
          {texts.skip}
        </a>
        <Header frame={frame} />
        {frame.banner && (
          <aside class="banner" aria-label={texts.noticeLabel}>
            <div class="column">
              <Icon name="info" />
              <p>{frame.banner}</p>
            </div>
          </aside>
        )}
        <main id="inhalt" class="column" tabindex={-1}>
          {children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  )
}

function Header({ frame }: { frame: Frame }) {
  const texts = frameTexts[frame.lang]
  return (
    <header class="site-header">
      <div class="column">
        <a class="site-name" href={linkTo(frame, '/')}>
          {frame.owner && (
            <>
              <strong>{frame.owner}</strong>
              {' · '}
            </>
          )}
          {texts.area}
          <span class="kern-sr-only">{texts.toStart}</span>
        </a>
        <nav class="languages" aria-label={texts.languages}>
          <ul>
            {PAGE_LANGUAGES.map((lang) => (
              <li>
                <a
                  href={hereIn(frame, lang)}
                  lang={LANGUAGE_NAMES[lang].lang}
                  hreflang={HTML_LANG[lang]}
                  aria-label={`${LANGUAGE_NAMES[lang].short}: ${LANGUAGE_NAMES[lang].full}`}
                  aria-current={lang === frame.lang ? 'true' : undefined}
                >
                  {LANGUAGE_NAMES[lang].short}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function Footer({ frame }: { frame: Frame }) {
  const texts = frameTexts[frame.lang]
  return (
    <footer class="site-footer">
      <nav class="column" aria-label={texts.footerLabel}>
        <ul>
          <li>
            <a href={linkTo(frame, '/')}>{[frame.owner, texts.area].filter(Boolean).join(' · ')}</a>
          </li>
          <li>
            <a href={linkTo(frame, '/datenschutz')}>{texts.privacy}</a>
          </li>
        </ul>
      </nav>
    </footer>
  )
}

const ICON = `data:image/svg+xml,${encodeURIComponent(markSvg('rounded'))}`
