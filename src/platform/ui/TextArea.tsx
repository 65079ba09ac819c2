import type { FieldErrors } from './ErrorSummary.tsx'
import { Icon } from './Icon.tsx'

interface TextAreaProps {
  /** Also the name that is sent. */
  id: string
  label: string
  hint: string
  value: string
  errors: FieldErrors
  rows: number
}

/** A labelled field for a few sentences, like `TextField`. */
export function TextArea({ id, label, hint, value, errors, rows }: TextAreaProps) {
  const error = errors.find(([field]) => field === id)?.[1]
  return (
    <div class={`kern-form-input field--long${error ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={id}>
        {label}
      </label>
      <div class="kern-hint" id={`${id}-hinweis`}>
        {hint}
      </div>
      <textarea
        class={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`}
        id={id}
        name={id}
        rows={rows}
        aria-describedby={error ? `${id}-fehler ${id}-hinweis` : `${id}-hinweis`}
        aria-invalid={error ? 'true' : undefined}
      >
        {value}
      </textarea>
      {error && (
        <p class="kern-error" id={`${id}-fehler`}>
          <Icon name="danger" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </div>
  )
}
