import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { TextField } from '../../platform/ui/TextField.tsx'
import { HeldUntil, MoreTime } from './HeldUntil.tsx'
import type { Draft } from './keep.ts'
import type { OpenHold } from './openHold.tsx'
import { Step } from './Step.tsx'
import { bookingTexts } from './texts.ts'

interface DetailsPageProps {
  hold: OpenHold
  now: Date
  timeZone: string
  draft: Draft
  errors: FieldErrors
}

/** Who comes, and how to reach them. */
export function DetailsPage({ hold: { own, booking }, now, timeZone, draft, errors }: DetailsPageProps) {
  const { frame, query } = booking
  const { lang } = frame
  const texts = bookingTexts[lang]
  const { title, lead, ...words } = texts.details
  return (
    <Layout frame={frame} title={`${title} ${texts.book}`} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={lang} />
      <Step is="details" lang={lang} />
      <h1>{title}</h1>
      <HeldUntil own={own} now={now} timeZone={timeZone} lang={lang} />
      <p>{lead}</p>
      <form class="form" method="post" action={linkTo(frame, '/termin/angaben')} novalidate>
        <input type="hidden" name="hold" value={own.id} />
        <TextField
          id="name"
          label={words.name}
          hint={words.nameHint}
          value={draft.name}
          errors={errors}
          width="long"
          attributes={{ type: 'text', autocomplete: 'name', maxlength: 120 }}
        />
        <TextField
          id="email"
          label={words.email}
          hint={words.emailHint}
          value={draft.email}
          errors={errors}
          width="long"
          attributes={{ type: 'email', autocomplete: 'email', maxlength: 254, spellcheck: 'false' }}
        />
        <TextField
          id="phone"
          label={words.phone}
          hint={words.phoneHint}
          value={draft.phone}
          errors={errors}
          width="medium"
          attributes={{ type: 'tel', autocomplete: 'tel', maxlength: 40 }}
        />
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.next}</span>
          </button>
          <MoreTime own={own} action={linkTo(frame, '/termin/verlaengern')} lang={lang} />
        </div>
      </form>
      <p class="onward">
        <a href={linkTo(frame, '/termin/zeit', query)}>{texts.back}</a>
      </p>
    </Layout>
  )
}
