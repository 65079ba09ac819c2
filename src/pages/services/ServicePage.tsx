import { guide, type Guidance, type Service } from '../../catalogue/index.ts'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Calling } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from './nameOf.ts'
import { serviceTexts } from './texts.ts'

interface ServicePageProps {
  frame: Frame
  service: Service
  calling: Calling
  /** The next callback window with room, as spoken; null when none is free. */
  nextWindow: string | null
  /** Whether an appointment for it can be booked on these pages. */
  canBook: boolean
}

/** The answer in one sentence, then what to bring, what it takes, and the thing to do next. */
export function ServicePage({ frame, service, calling, nextWindow, canBook }: ServicePageProps) {
  const { lang } = frame
  const texts = serviceTexts[lang]
  const guidance = guide(service, lang)
  return (
    <Layout frame={frame} title={nameOf(service, lang)}>
      <h1 {...germanOn(lang)}>{nameOf(service, lang)}</h1>
      <div class="answer">
        <p>{guidance.visitLine}</p>
      </div>
      {canBook && (
        <p class="block now">
          <a class="kern-btn kern-btn--primary" href={linkTo(frame, '/termin', { leistung: service.id })}>
            <span class="kern-label">{texts.book}</span>
          </a>
        </p>
      )}
      <Bring bring={guidance.bring} lang={lang} />
      <Facts guidance={guidance} lang={lang} />
      <section class="block next" aria-labelledby="weiter">
        <h2 id="weiter">{texts.next}</h2>
        <p>{canBook ? texts.nextBook : service.responsible === 'other' ? texts.nextOther : texts.nextCall}</p>
        <CallLines calling={calling} lang={lang} heading="h3" />
        {nextWindow && (
          <p class="now">
            {texts.callback(nextWindow)}{' '}
            <a href={linkTo(frame, '/rueckruf/anliegen', { leistung: service.id })}>{texts.callbackLink}</a>
          </p>
        )}
      </section>
      <p class="onward">
        <a href={linkTo(frame, '/leistungen')}>{texts.otherServices}</a>
      </p>
    </Layout>
  )
}

function Bring({ bring, lang }: { bring: Guidance['bring']; lang: PageLanguage }) {
  if (bring.items.length === 0) return <p class="block">{bring.heading}</p>
  return (
    <section class="block" aria-labelledby="unterlagen">
      <h2 id="unterlagen">{bring.heading}</h2>
      <ul class="checklist" {...germanOn(lang)}>
        {bring.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ guidance, lang }: { guidance: Guidance; lang: PageLanguage }) {
  const texts = serviceTexts[lang]
  const rows = [
    [texts.duration, guidance.durationLine],
    [texts.fee, guidance.feeLine],
    [texts.responsible, guidance.responsibleLine],
  ] as const
  return (
    <dl class="facts">
      {rows.map(
        ([term, line]) =>
          line && (
            <>
              <dt>{term}</dt>
              <dd>{line}</dd>
            </>
          ),
      )}
    </dl>
  )
}
