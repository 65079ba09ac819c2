import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ProposalItem } from '../../src/callbacks/contract.ts'
import { announce } from '../platform/announce.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Button, Dialog, Form, TextField, textOf } from '../ui/index.ts'
import { callbacksApi, worklistQuery } from './queries.ts'

/** Nobody calls back, for a reason. */
export function DismissDialog({ item, onClose }: { item: ProposalItem; onClose: () => void }) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (reason: string) => callbacksApi.dismiss(item.id, reason),
    async onSuccess() {
      announce('Der entgangene Anruf ist abgelehnt.')
      onClose()
      await client.invalidateQueries({ queryKey: worklistQuery.queryKey })
    },
    onError: () => client.invalidateQueries({ queryKey: worklistQuery.queryKey }),
  })
  return (
    <Dialog title={`Anruf von ${item.number} ablehnen`} onClose={onClose}>
      <p>Es wird nicht zurückgerufen. Ruft die Person noch einmal vergeblich an, steht sie wieder hier.</p>
      <Form
        label="Ablehnen"
        error={save.error}
        busy={save.isPending}
        submit="Ablehnen"
        onSubmit={(values) => save.mutate(textOf(values, 'reason'))}
        aside={
          <Button variant="tertiary" onClick={onClose}>
            Abbrechen
          </Button>
        }
      >
        <TextField
          label="Grund"
          name="reason"
          hint="Zum Beispiel: Werbeanruf. Bitte ohne Namen."
          autoComplete="off"
          maxLength={200}
          error={fieldsOf(save.error)['reason']}
        />
      </Form>
    </Dialog>
  )
}
