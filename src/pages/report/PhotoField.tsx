import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { Icon } from '../../platform/ui/Icon.tsx'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { MOST_PHOTOS, type SmallPhoto } from '../../reports/index.ts'
import { PHOTOS, REMOVE } from './photos.ts'
import { photoTexts } from './photoTexts.ts'

/** What the server reads; telephones offer their camera, and turn their own format into JPEG. */
const ACCEPT = 'image/jpeg,image/png,image/webp'

interface PhotoFieldProps {
  label: string
  hint: string
  /** How many there are already. */
  there: number
  errors: FieldErrors
}

/** Chooses photos on this device or takes some; nothing once there are five. */
export function PhotoField({ label, hint, there, errors }: PhotoFieldProps) {
  const error = errors.find(([field]) => field === PHOTOS)?.[1]
  return (
    <div class={`kern-form-input field--long${error ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={PHOTOS}>
        {label}
      </label>
      <div class="kern-hint" id={`${PHOTOS}-hinweis`}>
        {hint}
      </div>
      <input
        class={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`}
        type="file"
        accept={ACCEPT}
        multiple
        id={PHOTOS}
        name={PHOTOS}
        disabled={there >= MOST_PHOTOS}
        aria-describedby={error ? `${PHOTOS}-fehler ${PHOTOS}-hinweis` : `${PHOTOS}-hinweis`}
        aria-invalid={error ? 'true' : undefined}
      />
      {error && (
        <p class="kern-error" id={`${PHOTOS}-fehler`}>
          <Icon name="danger" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </div>
  )
}

interface PhotoRowProps {
  lang: PageLanguage
  photos: readonly SmallPhoto[]
  /** In a form: each has a button that takes it away. */
  removable: boolean
}

/** Photos side by side. They stand in the page itself: no address leads to them. */
export function PhotoRow({ lang, photos, removable }: PhotoRowProps) {
  const texts = photoTexts[lang]
  return (
    <ul class="photos" aria-label={texts.there}>
      {photos.map(({ id, small }, index) => (
        <li>
          <img src={`data:image/jpeg;base64,${small.toString('base64')}`} alt={texts.one(index + 1)} />
          {removable && (
            <button class="kern-btn kern-btn--tertiary" type="submit" name={REMOVE} value={id}>
              <span class="kern-label">
                <span class="kern-sr-only">{texts.one(index + 1)} </span>
                {texts.remove}
              </span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
