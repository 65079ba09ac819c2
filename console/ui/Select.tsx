import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field.tsx'

type Props = FieldProps & Omit<ComponentProps<'select'>, 'id' | 'className'>

/** A native list; options are the children. */
export function Select({ label, hint, error, optional = false, children, ...select }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <div className="kern-form-input__select-wrapper">
          <select {...select} {...control} className="kern-form-input__select">
            {children}
          </select>
        </div>
      )}
    </Field>
  )
}
