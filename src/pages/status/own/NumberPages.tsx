import { ErrorSummary, type FieldErrors } from '../../../platform/ui/ErrorSummary.tsx'
import { type Frame, linkTo } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { TextField } from '../../../platform/ui/TextField.tsx'
import { ownTexts } from './texts.ts'

const PATH = '/anliegen/rueckruf/nummer'

interface NumberPageProps {
  frame: Frame
  /** The callback. */
  id: string
  /** The last digits of the number as it is. */
  digits: string | null
  typed: string
  errors: FieldErrors
}

export function NumberPage({ frame, id, digits, typed, errors }: NumberPageProps) {
  const texts = ownTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.numberTitle} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={frame.lang} />
      <h1>{texts.numberTitle}</h1>
      {digits && <p class="lead">{texts.numberNow(digits)}</p>}
      <form class="form" method="post" action={linkTo(frame, PATH)} novalidate>
        <input type="hidden" name="rueckruf" value={id} />
        <TextField
          id="number"
          label={texts.numberLabel}
          hint={texts.numberHint}
          value={typed}
          errors={errors}
          width="medium"
          attributes={{ type: 'tel', autocomplete: 'tel', maxlength: 40 }}
        />
        <button class="kern-btn kern-btn--primary" type="submit">
          <span class="kern-label">{texts.numberNext}</span>
        </button>
      </form>
      <p class="onward">
        <a href={linkTo(frame, '/anliegen/rueckruf')}>{texts.back}</a>
      </p>
    </Layout>
  )
}

interface NumberCheckPageProps {
  frame: Frame
  id: string
  typed: string
  /** In groups, as one reads it aloud. */
  spelled: string
}

/** Reads the number back: one wrong digit, and somebody else is called. */
export function NumberCheckPage({ frame, id, typed, spelled }: NumberCheckPageProps) {
  const texts = ownTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.numberCheck}>
      <h1>{texts.numberCheck}</h1>
      <div class="answer">
        <p>
          <strong class="number">{spelled}</strong>
        </p>
      </div>
      <form method="post" action={linkTo(frame, PATH)}>
        <input type="hidden" name="rueckruf" value={id} />
        <input type="hidden" name="number" value={typed} />
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit" name="antwort" value="ja">
            <span class="kern-label">{texts.numberYes}</span>
          </button>
          <a class="kern-btn kern-btn--secondary" href={linkTo(frame, PATH)}>
            <span class="kern-label">{texts.numberNo}</span>
          </a>
        </div>
      </form>
    </Layout>
  )
}
