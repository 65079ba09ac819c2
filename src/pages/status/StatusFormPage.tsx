import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { TextField } from '../../platform/ui/TextField.tsx'
import { statusTexts } from './texts.ts'

interface StatusFormPageProps {
  frame: Frame
  exampleNumber: string
  typed: { number: string; digits: string }
  errors: FieldErrors
  /** Said instead of the lead. */
  notice?: string | null
}

/** Number and last digits; sent as POST, so that neither stands in an address. */
export function StatusFormPage({ frame, exampleNumber, typed, errors, notice = null }: StatusFormPageProps) {
  const texts = statusTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.title} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={frame.lang} />
      <h1>{texts.title}</h1>
      <p class="lead">{notice ?? texts.lead}</p>
      <form class="form" method="post" action={linkTo(frame, '/anliegen')} novalidate>
        <TextField
          id="number"
          label={texts.number}
          hint={texts.numberHint(exampleNumber)}
          value={typed.number}
          errors={errors}
          width="medium"
          attributes={{ type: 'text', autocomplete: 'off', autocapitalize: 'characters', maxlength: 40 }}
        />
        <TextField
          id="digits"
          label={texts.digits}
          hint={texts.digitsHint}
          value={typed.digits}
          errors={errors}
          width="short"
          attributes={{ type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: 20 }}
        />
        <button class="kern-btn kern-btn--primary" type="submit">
          <span class="kern-label">{texts.button}</span>
        </button>
      </form>
      <p class="onward">
        <a href={linkTo(frame, '/meldung')}>{texts.reports}</a>
      </p>
    </Layout>
  )
}
