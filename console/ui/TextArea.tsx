import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import { inputClass } from './TextField.tsx'

type Props = FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'className'>

export function TextArea({ label, hint, error, optional = false, rows = 3, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <textarea
          {...input}
          {...control}
          rows={rows}
          className={`${inputClass('kern-form-input__input', error)} textarea`}
        />
      )}
    </Field>
  )
}
