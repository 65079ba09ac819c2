import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'

interface Props {
  /** What the form is called by screen readers. */
  label: string
  /** Why the last try was refused; the fields keep what was typed. */
  error: unknown
  busy: boolean
  submit?: string
  onSubmit: (values: FormData) => void
  /** Beside the button: a way back. */
  aside?: ReactNode
  children: ReactNode
}

/** A form whose fields hold their own values: they are read when it is sent, and nothing typed is lost on errors. */
export function Form({ label, error, busy, submit = 'Speichern', onSubmit, aside, children }: Props) {
  return (
    <form
      className="form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSubmit(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary error={error} />
      {children}
      <div className="form__actions">
        <Button type="submit" variant="primary" busy={busy}>
          {submit}
        </Button>
        {aside}
      </div>
    </form>
  )
}

/** The text of a field; empty when the form has no such field. */
export function textOf(values: FormData, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value : ''
}

/** The same, null when nothing was typed or chosen. */
export function textOrNull(values: FormData, name: string): string | null {
  return textOf(values, name).trim() || null
}

/** Words of a field, separated by commas. */
export const wordsOf = (values: FormData, name: string): string[] =>
  textOf(values, name)
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
