import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { HTML_LANG } from '../../platform/ui/language.ts'
import { Announcements } from '../Announcements.tsx'
import { StandFacts, StandLights, StandLines } from './StandFacts.tsx'
import type { Stand } from './standOf.ts'
import { standTexts } from './texts.ts'

/** The same for the page of somebody else: no script, no cookie, links that leave the frame. */
export function Widget({ frame, stand, time }: { frame: Frame; stand: Stand; time: string }) {
  const texts = standTexts[frame.lang]
  const title = [frame.owner, texts.title].filter(Boolean).join(': ')
  return (
    <html lang={HTML_LANG[frame.lang]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <base target="_blank" />
        <title>{title}</title>
        {frame.assets.css && <link rel="stylesheet" href={frame.assets.css} />}
      </head>
      <body>
        <main class="column">
          <h1>{title}</h1>
          {frame.banner && <p>{frame.banner}</p>}
          <Announcements announcements={stand.calling.announcements} lang={frame.lang} />
          <StandLights stand={stand} lang={frame.lang} />
          <StandLines stand={stand} lang={frame.lang} />
          <StandFacts stand={stand} lang={frame.lang} />
          <p class="muted">
            {texts.at(time)}
            {' · '}
            <a href={linkTo(frame, '/stand')} rel="noopener">
              {texts.whole}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
