import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { TextField } from '../../platform/ui/TextField.tsx'
import type { Draft } from './keep.ts'
import { Step } from './Step.tsx'
import { callbackTexts } from './texts.ts'
import type { Wanted } from './wanted.tsx'

interface NumberPageProps {
  want: Wanted
  typed: Pick<Draft, 'phone' | 'name' | 'email'>
  errors: FieldErrors
}

/** Where we call, and whom we ask for. */
export function NumberPage({ want: { frame, query }, typed, errors }: NumberPageProps) {
  const { lang } = frame
  const texts = callbackTexts[lang]
  const { title, lead, ...words } = texts.number
  return (
    <Layout frame={frame} title={`${title} – ${texts.area}`} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={lang} />
      <Step is="number" lang={lang} />
      <h1>{title}</h1>
      <p>{lead}</p>
      <form class="form" method="post" action={linkTo(frame, '/rueckruf/nummer', query)} novalidate>
        <input type="hidden" name="leistung" value={query['leistung'] ?? ''} />
        <TextField
          id="phone"
          label={words.phone}
          hint={words.phoneHint}
          value={typed.phone}
          errors={errors}
          width="medium"
          attributes={{ type: 'tel', autocomplete: 'tel', maxlength: 40 }}
        />
        <TextField
          id="name"
          label={words.name}
          hint={words.nameHint}
          value={typed.name}
          errors={errors}
          width="long"
          attributes={{ type: 'text', autocomplete: 'name', maxlength: 120 }}
        />
        <TextField
          id="email"
          label={words.email}
          hint={words.emailHint}
          value={typed.email}
          errors={errors}
          width="long"
          attributes={{ type: 'email', autocomplete: 'email', maxlength: 254, spellcheck: 'false' }}
        />
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.next}</span>
          </button>
        </div>
      </form>
      <p class="onward">
        <a href={linkTo(frame, '/rueckruf/anliegen', query)}>{texts.back}</a>
      </p>
    </Layout>
  )
}
