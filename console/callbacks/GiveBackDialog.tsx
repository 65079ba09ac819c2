import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { telling } from '../platform/told.ts'
import { Button, Dialog, Form, TextField, textOf } from '../ui/index.ts'
import { callbacksApi, worklistQuery } from './queries.ts'

/** Back into the list, so that a colleague can keep the promise. */
export function GiveBackDialog({ item, onClose }: { item: WorklistItem; onClose: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = useMutation({
    mutationFn: (reason: string) => callbacksApi.giveBack(item.id, reason),
    async onSuccess() {
      await client.fetchQuery({ ...worklistQuery, staleTime: 0 })
      const told = telling(`${item.caseNumber} ist wieder in der Liste.`)
      await navigate({ to: '/rueckrufe', state: told })
    },
  })
  return (
    <Dialog title={`${item.caseNumber} zurückgeben`} onClose={onClose}>
      <p>Der Rückruf kommt wieder in die Liste. Die Zusage gilt weiter.</p>
      <Form
        label="Zurückgeben"
        error={save.error}
        busy={save.isPending}
        submit="Zurückgeben"
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
          hint="Zum Beispiel: Rückfrage im Fachamt nötig"
          autoComplete="off"
          error={fieldsOf(save.error)['reason']}
        />
      </Form>
    </Dialog>
  )
}
