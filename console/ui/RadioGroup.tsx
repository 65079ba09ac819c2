import { useId, type ReactNode } from 'react'
import { FieldError } from './Field.tsx'

interface Props<V extends string> {
  legend: ReactNode
  name: string
  value: V | null
  options: readonly { value: V; label: ReactNode }[]
  onChange: (value: V) => void
  error?: string | undefined
}

/** Native radio buttons in one row that wraps: arrow keys choose, Tab leaves. */
export function RadioGroup<V extends string>({ legend, name, value, options, onChange, error }: Props<V>) {
  const id = useId()
  return (
    <fieldset
      className="radios"
      aria-describedby={error ? `${id}-error` : undefined}
      data-invalid={error ? true : undefined}
    >
      <legend className="kern-label">{legend}</legend>
      <div className="radios__row">
        {options.map((option) => (
          <label className="radio" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
