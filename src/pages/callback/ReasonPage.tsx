import { guide, type Service } from '../../catalogue/index.ts'
import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { Layout } from '../../platform/ui/Layout.tsx'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from '../services/nameOf.ts'
import { needsNoCall } from './needsNoCall.ts'
import { Step } from './Step.tsx'
import { TextArea } from '../../platform/ui/TextArea.tsx'
import { callbackTexts } from './texts.ts'
import type { Wanted } from './wanted.tsx'

interface ReasonPageProps {
  want: Wanted
  /** Whether an appointment for the service can be booked on these pages. */
  canBook: boolean
  reason: string
  errors: FieldErrors
}

/** What it is about; where a call alone settles nothing, that is said first. */
export function ReasonPage({ want, canBook, reason, errors }: ReasonPageProps) {
  const { frame, service, query } = want
  const { lang } = frame
  const texts = callbackTexts[lang]
  return (
    <Layout frame={frame} title={`${texts.reason.title} – ${texts.area}`} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={lang} />
      <Step is="reason" lang={lang} />
      <h1>{texts.reason.title}</h1>
      {service && (
        <p>
          {texts.reason.about} <strong {...germanOn(lang)}>{nameOf(service, lang)}</strong>
        </p>
      )}
      {service && needsNoCall(service) && <Instead frame={frame} service={service} canBook={canBook} />}
      <form class="form" method="post" action={linkTo(frame, '/rueckruf/anliegen', query)} novalidate>
        <input type="hidden" name="leistung" value={service?.id ?? ''} />
        <TextArea
          id="reason"
          label={texts.reason.label}
          hint={texts.reason.hint}
          value={reason}
          errors={errors}
          rows={4}
        />
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.next}</span>
          </button>
        </div>
      </form>
      <p class="onward">
        <a href={linkTo(frame, '/rueckruf')}>{texts.back}</a>
      </p>
    </Layout>
  )
}

function Instead({ frame, service, canBook }: { frame: Frame; service: Service; canBook: boolean }) {
  const { lang } = frame
  const texts = callbackTexts[lang].reason
  const query = { leistung: service.id }
  return (
    <section class="announcement" aria-labelledby="vorher">
      <Icon name="info" />
      <div>
        <h2 id="vorher">{texts.instead}</h2>
        <p>{guide(service, lang).visitLine}</p>
        <p class="actions">
          {canBook && <a href={linkTo(frame, '/termin', query)}>{texts.book}</a>}
          <a href={linkTo(frame, `/leistungen/${service.id}`)}>{texts.more}</a>
        </p>
        <p>{texts.still}</p>
      </div>
    </section>
  )
}
