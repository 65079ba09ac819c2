import { Icon } from './Icon.tsx'

interface SelectProps {
  id: string
  name: string
  label: string
  hint?: string
  value: string
  options: readonly { value: string; text: string }[]
  /** What is wrong with the choice. */
  error?: string | undefined
}

/** A labelled choice of one out of many. */
export function Select({ id, name, label, hint, value, options, error }: SelectProps) {
  const said = [error && `${id}-fehler`, hint && `${id}-hinweis`].filter(Boolean).join(' ')
  return (
    <div class={`kern-form-input${error ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={id}>
        {label}
      </label>
      {hint && (
        <div class="kern-hint" id={`${id}-hinweis`}>
          {hint}
        </div>
      )}
      <div class="kern-form-input__select-wrapper">
        <select
          class={`kern-form-input__select${error ? ' kern-form-input__select--error' : ''}`}
          id={id}
          name={name}
          aria-describedby={said || undefined}
          aria-invalid={error ? 'true' : undefined}
        >
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.text}
            </option>
          ))}
        </select>
      </div>
      {error && (
        <p class="kern-error" id={`${id}-fehler`}>
          <Icon name="danger" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </div>
  )
}
