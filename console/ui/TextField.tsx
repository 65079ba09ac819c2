import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field.tsx'

type Props = FieldProps & Omit<ComponentProps<'input'>, 'id' | 'className'>

export function TextField({ label, hint, error, optional = false, type = 'text', ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <input {...input} {...control} type={type} className={inputClass('kern-form-input__input', error)} />
      )}
    </Field>
  )
}

export const inputClass = (base: string, error: string | undefined): string =>
  error ? `${base} ${base}--error` : base
