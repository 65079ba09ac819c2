import type { FreeWindow } from '../../callbacks/index.ts'
import { linkTo } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { spokenWindow } from '../../shared/germanTime.ts'
import type { Calling } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { Step } from './Step.tsx'
import { callbackTexts } from './texts.ts'
import type { Wanted } from './wanted.tsx'

interface WindowPageProps {
  want: Wanted
  windows: readonly FreeWindow[]
  now: Date
  timeZone: string
  /** Whether there are later ones to show. */
  more: boolean
  /** The chosen one was taken meanwhile. */
  taken: boolean
  /** Only where nothing is free. */
  calling: Calling | null
}

/** Windows that can be kept, as plain buttons, the earliest first. */
export function WindowPage({ want, windows, now, timeZone, more, taken, calling }: WindowPageProps) {
  const { frame, query } = want
  const { lang } = frame
  const texts = callbackTexts[lang]
  const [earliest, ...others] = windows
  const button = (window: FreeWindow, kind: 'primary' | 'secondary') => (
    <button
      class={`kern-btn kern-btn--${kind}`}
      type="submit"
      name="fenster"
      value={`${window.start}-${window.end}`}
    >
      <span class="kern-label">{spokenWindow(window, now, timeZone, lang === 'en' ? 'en' : 'de')}</span>
    </button>
  )
  const title = taken ? texts.window.taken : texts.window.title
  return (
    <Layout frame={frame} title={`${title} – ${texts.area}`} failed={taken}>
      <Step is="window" lang={lang} />
      <h1>{title}</h1>
      <p class={taken ? 'lead' : undefined}>{taken ? texts.window.takenLead : texts.window.lead}</p>
      {earliest ? (
        <form class="offers" method="post" action={linkTo(frame, '/rueckruf/zeit', query)}>
          <input type="hidden" name="leistung" value={query['leistung'] ?? ''} />
          <h2>{texts.window.earliest}</h2>
          <p>{button(earliest, 'primary')}</p>
          {others.length > 0 && <h2>{texts.window.others}</h2>}
          <ul>
            {others.map((window) => (
              <li>{button(window, 'secondary')}</li>
            ))}
          </ul>
        </form>
      ) : (
        <>
          <h2>{texts.window.none}</h2>
          <p>{texts.window.noneHelp}</p>
        </>
      )}
      {more && (
        <p class="spaced">
          <a href={linkTo(frame, '/rueckruf/zeit', { ...query, mehr: '1' })}>{texts.window.later}</a>
        </p>
      )}
      <p class="onward">
        <a href={linkTo(frame, '/rueckruf/nummer', query)}>{texts.back}</a>
      </p>
      {calling && (
        <section class="block next onward" aria-labelledby="telefon">
          <h2 id="telefon">{texts.help}</h2>
          <CallLines calling={calling} lang={lang} heading="h3" />
        </section>
      )}
    </Layout>
  )
}
