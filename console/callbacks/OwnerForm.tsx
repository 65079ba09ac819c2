import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallbackView } from '../../src/callbacks/contract.ts'
import { announce } from '../platform/announce.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Card, Form, NamedOptions, Select, textOrNull } from '../ui/index.ts'
import { callbacksApi } from './queries.ts'

/** For leads: puts a callback into somebody's hands before its promise breaks, or back into the list. */
export function OwnerForm({ view: { item, colleagues } }: { view: CallbackView }) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (ownerId: string | null) => callbacksApi.changeOwner(item.id, ownerId),
    async onSuccess() {
      announce('Die Zuständigkeit ist geändert.')
      await client.invalidateQueries({ queryKey: ['callbacks'] })
    },
  })
  return (
    <Card title="Wer ruft zurück?">
      <Form
        label="Wer ruft zurück?"
        error={save.error}
        busy={save.isPending}
        submit="Zuweisen"
        onSubmit={(values) => save.mutate(textOrNull(values, 'ownerId'))}
      >
        <Select
          label="Person"
          name="ownerId"
          key={item.owner?.id ?? 'free'}
          defaultValue={item.owner?.id ?? ''}
          error={fieldsOf(save.error)['ownerId']}
        >
          <option value="">niemand: zurück in die Liste</option>
          <NamedOptions of={colleagues} />
        </Select>
      </Form>
    </Card>
  )
}
