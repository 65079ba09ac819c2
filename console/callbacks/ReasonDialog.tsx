import { useMutation } from '@tanstack/react-query'
import { fieldsOf } from '../platform/apiError.ts'
import { Button, Dialog, Form, TextField, textOf } from '../ui/index.ts'

interface Props {
  title: string
  text: string
  hint: string
  submit: string
  save: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** A step that others want to understand later: it asks for its reason, which joins the case. */
export function ReasonDialog({ title, text, hint, submit, save, onClose }: Props) {
  const saving = useMutation({ mutationFn: save })
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <Form
        label={title}
        error={saving.error}
        busy={saving.isPending}
        submit={submit}
        onSubmit={(values) => saving.mutate(textOf(values, 'reason'))}
        aside={
          <Button variant="tertiary" onClick={onClose}>
            Abbrechen
          </Button>
        }
      >
        <TextField
          label="Grund"
          name="reason"
          hint={hint}
          autoComplete="off"
          maxLength={200}
          error={fieldsOf(saving.error)['reason']}
        />
      </Form>
    </Dialog>
  )
}
