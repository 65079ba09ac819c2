import { Icon } from './Icon.tsx'
import type { FieldErrors } from './ErrorSummary.tsx'

interface TextFieldProps {
  /** Also the name that is sent. */
  id: string
  label: string
  hint: string
  value: string
  errors: FieldErrors
  width: 'short' | 'medium' | 'long'
  attributes: Readonly<Record<string, string | number>>
}

/** A labelled line of text with its hint and, after a failed try, the typed value and the sentence what is wrong. */
export function TextField({ id, label, hint, value, errors, width, attributes }: TextFieldProps) {
  const error = errors.find(([field]) => field === id)?.[1]
  const hintId = `${id}-hinweis`
  const errorId = `${id}-fehler`
  return (
    <div class={`kern-form-input field--${width}${error ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={id}>
        {label}
      </label>
      <div class="kern-hint" id={hintId}>
        {hint}
      </div>
      <input
        {...attributes}
        class={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`}
        id={id}
        name={id}
        value={value}
        aria-describedby={error ? `${errorId} ${hintId}` : hintId}
        aria-invalid={error ? 'true' : undefined}
      />
      {error && (
        <p class="kern-error" id={errorId}>
          <Icon name="danger" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </div>
  )
}
