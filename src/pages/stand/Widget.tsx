import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { HTML_LANG } from '../../platform/ui/language.ts'
import { Announcements } from '../Announcements.tsx'
import { StandFacts, StandLights, StandLines } from './StandFacts.tsx'
import type { Stand } from './standOf.ts'
import { standTexts } from './texts.ts'
import type { Colour, WidgetOptions, WidgetPart } from './widgetOptions.ts'

interface Props {
  frame: Frame
  stand: Stand
  time: string
  options: WidgetOptions
}

/** `themed` is KERN's class that overrules the browser. */
const SCHEMES = {
  auto: { scheme: 'light dark', themed: undefined },
  hell: { scheme: 'light', themed: 'kern-light' },
  dunkel: { scheme: 'dark', themed: 'kern-dark' },
} as const satisfies Record<Colour, { scheme: string; themed: string | undefined }>

/** The same for the page of somebody else: no script, no cookie, links that leave the frame. */
export function Widget({ frame, stand, time, options: { colour, parts } }: Props) {
  const shows = (part: WidgetPart) => parts.includes(part)
  const { scheme, themed } = SCHEMES[colour]
  const texts = standTexts[frame.lang]
  const title = [frame.owner, texts.title].filter(Boolean).join(': ')
  return (
    <html lang={HTML_LANG[frame.lang]} class={themed}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={scheme} />
        <base target="_blank" />
        <title>{title}</title>
        {frame.assets.css && <link rel="stylesheet" href={frame.assets.css} />}
      </head>
      <body>
        <main class="column">
          <h1>{title}</h1>
          {frame.banner && <p>{frame.banner}</p>}
          {shows('aktuelles') && (
            <Announcements announcements={stand.calling.announcements} lang={frame.lang} />
          )}
          {shows('lage') && (
            <section class="way">
              <h2>{texts.working}</h2>
              <StandLights stand={stand} lang={frame.lang} />
            </section>
          )}
          {shows('warten') && (
            <section class="way">
              <h2>{texts.phone}</h2>
              <StandLines stand={stand} lang={frame.lang} />
            </section>
          )}
          <StandFacts stand={stand} lang={frame.lang} shown={parts} />
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
