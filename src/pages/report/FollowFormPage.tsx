import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { TextField } from '../../platform/ui/TextField.tsx'
import { reportTexts } from './texts.ts'

interface FollowFormPageProps {
  frame: Frame
  exampleNumber: string
  typed: { number: string; secret: string }
  errors: FieldErrors
  /** Said instead of the lead. */
  notice: string | null
}

/** Number and words; sent as POST, so that neither stands in an address. */
export function FollowFormPage({ frame, exampleNumber, typed, errors, notice }: FollowFormPageProps) {
  const { follow, start } = reportTexts[frame.lang]
  return (
    <Layout frame={frame} title={follow.title} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={frame.lang} />
      <h1>{follow.title}</h1>
      <p class="lead">{notice ?? follow.lead}</p>
      <form class="form" method="post" action={linkTo(frame, '/meldung')} novalidate>
        <TextField
          id="number"
          label={follow.number}
          hint={follow.numberHint(exampleNumber)}
          value={typed.number}
          errors={errors}
          width="medium"
          attributes={{ type: 'text', autocomplete: 'off', autocapitalize: 'characters', maxlength: 40 }}
        />
        <TextField
          id="secret"
          label={follow.secret}
          hint={follow.secretHint}
          value={typed.secret}
          errors={errors}
          width="medium"
          attributes={{ type: 'text', autocomplete: 'off', spellcheck: 'false', maxlength: 80 }}
        />
        <button class="kern-btn kern-btn--primary" type="submit">
          <span class="kern-label">{follow.button}</span>
        </button>
      </form>
      <p class="onward">
        <a href={linkTo(frame, '/melden')}>{start.title}</a>
      </p>
    </Layout>
  )
}

/** From a message's link: a button, and nothing of the report yet. */
export function FollowLinkPage({ frame, link }: { frame: Frame; link: string }) {
  const { follow } = reportTexts[frame.lang]
  return (
    <Layout frame={frame} title={follow.title}>
      <h1>{follow.title}</h1>
      <p class="lead">{follow.linkLead}</p>
      <form method="post" action={linkTo(frame, '/meldung')}>
        <input type="hidden" name="link" value={link} />
        <button class="kern-btn kern-btn--primary" type="submit">
          <span class="kern-label">{follow.linkButton}</span>
        </button>
      </form>
    </Layout>
  )
}
