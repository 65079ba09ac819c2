import type { ReactNode } from 'react'
import { fieldsOf } from '../platform/apiError.ts'
import { Button, Dialog, Form, TextField } from '../ui/index.ts'

interface Props {
  title: string
  submit: string
  reasonHint: string
  error: unknown
  busy: boolean
  onSubmit: (values: FormData) => void
  onClose: () => void
  /** What is said before the fields, and fields before the reason. */
  children: ReactNode
}

/** A deed that needs a reason: it stands in the audit trail, and where the hint says. */
export function ReasonDialog({ title, submit, reasonHint, error, busy, onSubmit, onClose, children }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        label={title}
        error={error}
        busy={busy}
        submit={submit}
        onSubmit={onSubmit}
        aside={
          <Button variant="tertiary" onClick={onClose}>
            Abbrechen
          </Button>
        }
      >
        {children}
        <TextField
          label="Grund"
          name="reason"
          hint={reasonHint}
          autoComplete="off"
          maxLength={200}
          error={fieldsOf(error)['reason']}
        />
      </Form>
    </Dialog>
  )
}
