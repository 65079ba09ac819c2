import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { Layout } from '../../platform/ui/Layout.tsx'
import { spelling } from '../../shared/spelling.ts'
import { callbackTexts } from './texts.ts'

interface DonePageProps {
  frame: Frame
  number: string
  /** As spoken. */
  window: string
  /** The number that will call, as printed. */
  line: string
}

/**
 * What to keep. It says the same whether the promise is new or was there before: who typed somebody else's number learns
 * nothing about them.
 */
export function DonePage({ frame, number, window, line }: DonePageProps) {
  const { lang } = frame
  const { done } = callbackTexts[lang]
  return (
    <Layout frame={frame} title={done.title}>
      <h1 class="done">
        <Icon name="success" />
        {done.title}
      </h1>
      <div class="answer">
        <p>
          <strong>{done.window(window)}</strong>
        </p>
      </div>
      <p class="spaced">{done.same}</p>
      <section class="block" aria-labelledby="nummer">
        <h2 id="nummer">{done.number}</h2>
        <p class="reference">{number}</p>
        <p>{done.numberWhy}</p>
        <p class="muted">
          {done.aloud}: {spelling(number, lang === 'en' ? 'en' : 'de').join(', ')}
        </p>
      </section>
      <section class="block" aria-labelledby="anruf">
        <h2 id="anruf">{done.line}</h2>
        <p>{done.lineWhy(line)}</p>
      </section>
      <section class="block" aria-labelledby="aendern">
        <h2 id="aendern">{done.change}</h2>
        <p>{done.changeHow}</p>
        <p>{done.changeCall}</p>
        <p>
          <a href={linkTo(frame, '/anliegen')}>{done.told}</a>
        </p>
      </section>
      <p class="onward">
        <a href={linkTo(frame, '/rueckruf')}>{done.another}</a>
      </p>
    </Layout>
  )
}

/** The browser does not remember any more. */
export function NoDonePage({ frame }: { frame: Frame }) {
  const texts = callbackTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.done.lost} failed>
      <h1>{texts.done.lost}</h1>
      <p class="lead">{texts.done.lostLead}</p>
      <p class="actions">
        <a class="kern-btn kern-btn--primary" href={linkTo(frame, '/anliegen')}>
          <span class="kern-label">{texts.done.told}</span>
        </a>
        <a href={linkTo(frame, '/rueckruf')}>{texts.start}</a>
      </p>
    </Layout>
  )
}
