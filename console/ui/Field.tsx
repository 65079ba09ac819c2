import { useId, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'

export interface FieldProps {
  label: ReactNode
  /** One sentence on what is expected. */
  hint?: ReactNode
  /** What is wrong with the value, as a sentence. */
  error?: string | undefined
  optional?: boolean
}

/** What the control needs so that label, hint and error belong to it. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label above, control, and the error at the field, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
      <label className="kern-label" htmlFor={id}>
        {label}
        {optional && <span className="kern-label__optional"> (freiwillig)</span>}
      </label>
      {hint && (
        <div className="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

/** The sentence below a field; `role=alert` so that it is heard when it appears. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p className="kern-error" id={id} role="alert">
      <Icon name="danger" />
      <span className="kern-body">{error}</span>
    </p>
  )
}
