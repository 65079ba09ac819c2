import type { Child } from 'hono/jsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { displayNumber } from '../../shared/displayNumber.ts'
import { digitGroups, type PhoneNumber } from '../../shared/phoneNumber.ts'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from '../services/nameOf.ts'
import { Step } from './Step.tsx'
import { callbackTexts } from './texts.ts'
import type { Wanted } from './wanted.tsx'

interface CheckPageProps {
  want: Wanted
  phone: PhoneNumber
  /** As spoken. */
  window: string
}

/** Everything once more, the number in groups; the form carries all of it, so what is shown is what is sent. */
export function CheckPage({ want, phone, window }: CheckPageProps) {
  const { frame, service, draft, line, query } = want
  const { lang } = frame
  const texts = callbackTexts[lang]
  const words = texts.check
  const hidden = {
    key: draft.key,
    leistung: service?.id ?? '',
    reason: draft.reason,
    phone: draft.phone,
    name: draft.name,
    email: draft.email,
    fenster: `${draft.start}-${draft.end}`,
  }
  return (
    <Layout frame={frame} title={`${words.title} – ${texts.area}`}>
      <Step is="check" lang={lang} />
      <h1>{words.title}</h1>
      <dl class="answers">
        <Answer frame={frame} term={words.what} path="/rueckruf">
          {service ? <span {...germanOn(lang)}>{nameOf(service, lang)}</span> : texts.service.other}
        </Answer>
        <Answer frame={frame} term={words.about} path="/rueckruf/anliegen" query={query}>
          {draft.reason.trim()}
        </Answer>
        <Answer frame={frame} term={words.number} path="/rueckruf/nummer" query={query}>
          <p class="digits">{digitGroups(phone).join('\u00a0')}</p>
          <p>{words.numberAsk}</p>
        </Answer>
        {draft.name.trim() && (
          <Answer frame={frame} term={words.name} path="/rueckruf/nummer" query={query}>
            {draft.name.trim()}
          </Answer>
        )}
        {draft.email.trim() && (
          <Answer frame={frame} term={words.email} path="/rueckruf/nummer" query={query}>
            {draft.email.trim()}
          </Answer>
        )}
        <Answer frame={frame} term={words.when} path="/rueckruf/zeit" query={query}>
          <strong>{window}</strong>
          <p class="muted">{words.line(displayNumber(line.number))}</p>
        </Answer>
      </dl>
      <form method="post" action={linkTo(frame, '/rueckruf/anfragen', query)}>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="spaced">
          {words.privacy} <a href={linkTo(frame, '/datenschutz')}>{words.privacyLink}</a>
        </p>
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{words.button}</span>
          </button>
        </div>
      </form>
    </Layout>
  )
}

interface AnswerProps {
  frame: Frame
  term: string
  /** Where it is changed. */
  path: string
  query?: Readonly<Record<string, string>>
  children: Child
}

function Answer({ frame, term, path, query = {}, children }: AnswerProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
      <dd class="answers__change">
        <a href={linkTo(frame, path, query)}>
          {callbackTexts[frame.lang].change}
          <span class="kern-sr-only">: {term}</span>
        </a>
      </dd>
    </div>
  )
}
