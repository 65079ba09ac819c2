import { Icon } from './Icon.tsx'

interface CheckboxesProps {
  id: string
  name: string
  legend: string
  values: readonly string[]
  options: readonly { value: string; text: string }[]
  error?: string | undefined
}

/** A choice of several out of a few. */
export function Checkboxes({ id, name, legend, values, options, error }: CheckboxesProps) {
  return (
    <fieldset
      class={`kern-fieldset${error ? ' kern-fieldset--error' : ''}`}
      id={id}
      tabindex={-1}
      aria-describedby={error ? `${id}-fehler` : undefined}
    >
      <legend class="kern-label">{legend}</legend>
      <div class="kern-fieldset__body">
        {options.map(({ value, text }) => (
          <div class="kern-form-check">
            <input
              class={`kern-form-check__checkbox${error ? ' kern-form-check__checkbox--error' : ''}`}
              type="checkbox"
              id={`${id}-${value}`}
              name={name}
              value={value}
              checked={values.includes(value)}
            />
            <label class="kern-label" for={`${id}-${value}`}>
              {text}
            </label>
          </div>
        ))}
      </div>
      {error && (
        <p class="kern-error" id={`${id}-fehler`}>
          <Icon name="danger" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </fieldset>
  )
}
