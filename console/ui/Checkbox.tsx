import { useId, type ComponentProps, type ReactNode } from 'react'
import { FieldError } from './Field.tsx'

interface Props extends Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> {
  label: ReactNode
  error?: string | undefined
}

export function Checkbox({ label, error, ...input }: Props) {
  const id = useId()
  return (
    <div className="checkbox">
      <div className="kern-form-check">
        <input
          {...input}
          id={id}
          type="checkbox"
          className="kern-form-check__checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <label className="kern-label" htmlFor={id}>
          {label}
        </label>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
