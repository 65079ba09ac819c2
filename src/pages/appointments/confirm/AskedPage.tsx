import { ErrorSummary, type FieldErrors } from '../../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { TextField } from '../../../platform/ui/TextField.tsx'
import type { OpenHold } from '../openHold.tsx'
import { Summary } from '../Summary.tsx'
import { clockOf, spokenClock, spokenMoment } from '../when.ts'
import { confirmTexts } from './texts.ts'

interface AskedPageProps {
  hold: OpenHold
  timeZone: string
  errors: FieldErrors
}

/** Something was sent; until it comes back, the time is kept. */
export function AskedPage({ hold: { own, booking }, timeZone, errors }: AskedPageProps) {
  const { frame } = booking
  const { lang } = frame
  const texts = confirmTexts[lang]
  const until = spokenClock(clockOf(own.expiresAt, timeZone), lang)
  const byCode = own.awaits === 'code'
  const title = byCode ? texts.codeTitle : texts.linkTitle
  return (
    <Layout frame={frame} title={title} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{title}</h1>
      <p class="lead">{byCode ? texts.codeLead(until) : texts.linkLead(until)}</p>
      <p>
        <strong>{spokenMoment(own.start, timeZone, lang)}</strong>
      </p>
      <Summary booking={booking} lang={lang} />
      {byCode ? (
        <form class="form" method="post" action={linkTo(frame, '/termin/bestaetigen')} novalidate>
          <input type="hidden" name="hold" value={own.id} />
          <TextField
            id="code"
            label={texts.code}
            hint={texts.codeHint}
            value=""
            errors={errors}
            width="medium"
            attributes={{ type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 12 }}
          />
          <div class="actions">
            <button class="kern-btn kern-btn--primary" type="submit">
              <span class="kern-label">{texts.confirm}</span>
            </button>
          </div>
        </form>
      ) : (
        <p>{texts.linkHelp}</p>
      )}
      <form class="block" method="post" action={linkTo(frame, '/termin/buchen')}>
        <input type="hidden" name="hold" value={own.id} />
        <button class="kern-btn kern-btn--tertiary" type="submit">
          <span class="kern-label">{texts.again}</span>
        </button>
      </form>
      <p class="onward">
        <a href={linkTo(frame, '/termin/angaben')}>{texts.other}</a>
      </p>
    </Layout>
  )
}
