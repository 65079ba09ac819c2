import { ErrorSummary, type FieldErrors } from '../../../platform/ui/ErrorSummary.tsx'
import { linkTo, type Frame } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { TextField } from '../../../platform/ui/TextField.tsx'
import { ownTexts } from './texts.ts'

interface OwnFormPageProps {
  frame: Frame
  /** 'LU-T-123-456' */
  example: string
  typed: { number: string; key: string }
  errors: FieldErrors
  /** Said above the form; null as usual. */
  notice: string | null
}

/** Number and key; sent as POST, so that neither stands in an address. */
export function OwnFormPage({ frame, example, typed, errors, notice }: OwnFormPageProps) {
  const texts = ownTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.title} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={frame.lang} />
      <h1>{texts.title}</h1>
      <p class="lead">{notice ?? texts.lead}</p>
      <form class="form" method="post" action={linkTo(frame, '/termin/mein')} novalidate>
        <TextField
          id="number"
          label={texts.number}
          hint={texts.numberHint(example)}
          value={typed.number}
          errors={errors}
          width="medium"
          attributes={{ type: 'text', autocomplete: 'off', autocapitalize: 'characters', maxlength: 40 }}
        />
        <TextField
          id="key"
          label={texts.key}
          hint={texts.keyHint}
          value={typed.key}
          errors={errors}
          width="long"
          attributes={{
            type: 'text',
            autocomplete: 'off',
            autocapitalize: 'none',
            spellcheck: 'false',
            maxlength: 60,
          }}
        />
        <button class="kern-btn kern-btn--primary" type="submit">
          <span class="kern-label">{texts.show}</span>
        </button>
      </form>
    </Layout>
  )
}
