import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { Layout } from '../../platform/ui/Layout.tsx'
import { spelling } from '../../shared/spelling.ts'
import { AppHead } from '../app/AppHead.tsx'
import { reportTexts } from './texts.ts'

interface DonePageProps {
  frame: Frame
  number: string
  secret: string
  /** As spoken. */
  due: string
  told: boolean
}

/** What to keep: the number and the words that open the report. */
export function DonePage({ frame, number, secret, due, told }: DonePageProps) {
  const { lang } = frame
  const { done } = reportTexts[lang]
  return (
    <Layout frame={frame} title={done.title} head={<AppHead frame={frame} />}>
      <h1 class="done">
        <Icon name="success" />
        {done.title}
      </h1>
      <div class="answer">
        <p>
          <strong>{done.due(due)}</strong>
        </p>
        {told && <p>{done.told}</p>}
      </div>
      <section class="block" aria-labelledby="nummer">
        <h2 id="nummer">{done.number}</h2>
        <p class="reference">{number}</p>
        <p class="muted">
          {done.aloud}: {spelling(number, lang === 'en' ? 'en' : 'de').join(', ')}
        </p>
      </section>
      <section class="block" aria-labelledby="woerter">
        <h2 id="woerter">{done.secret}</h2>
        <p class="reference" lang="de">
          {secret}
        </p>
        <p>{done.keep}</p>
      </section>
      <form class="block" method="post" action={linkTo(frame, '/meldung')}>
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="secret" value={secret} />
        <button class="kern-btn kern-btn--secondary" type="submit">
          <span class="kern-label">{done.follow}</span>
        </button>
      </form>
      <p class="onward">
        <a href={linkTo(frame, '/melden')}>{done.another}</a>
      </p>
    </Layout>
  )
}

/** The browser does not remember any more. */
export function NoDonePage({ frame }: { frame: Frame }) {
  const { done } = reportTexts[frame.lang]
  return (
    <Layout frame={frame} title={done.lost} failed>
      <h1>{done.lost}</h1>
      <p class="lead">{done.lostLead}</p>
      <p class="actions">
        <a class="kern-btn kern-btn--primary" href={linkTo(frame, '/meldung')}>
          <span class="kern-label">{done.follow}</span>
        </a>
        <a href={linkTo(frame, '/melden')}>{done.another}</a>
      </p>
    </Layout>
  )
}
