import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReportView } from '../../src/reports/contract.ts'
import { announce } from '../platform/announce.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { useMe } from '../platform/session.ts'
import { Button, Card, Form, NamedOptions, Select, textOrNull } from '../ui/index.ts'
import { reportsApi } from './queries.ts'

/** Who of the team works on it: oneself with one press, a colleague, or nobody in particular. */
export function AssignForm({ of: { id, assignee, members } }: { of: ReportView }) {
  const me = useMe().id
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (accountId: string | null) => reportsApi.assign(id, accountId),
    async onSuccess() {
      announce('Die Zuständigkeit ist geändert.')
      await client.invalidateQueries({ queryKey: ['reports'] })
    },
  })
  const others = members.filter((member) => member.id !== me)
  const isMember = others.length < members.length
  return (
    <Card title="Wer kümmert sich?">
      <p>{assignee ? (assignee.id === me ? 'Sie' : assignee.name) : 'noch niemand'}</p>
      <Form
        label="Wer kümmert sich?"
        error={save.error}
        busy={save.isPending}
        submit="Zuweisen"
        onSubmit={(values) => save.mutate(textOrNull(values, 'accountId'))}
        aside={
          isMember &&
          assignee?.id !== me && (
            <Button busy={save.isPending} onClick={() => save.mutate(me)}>
              Ich kümmere mich
            </Button>
          )
        }
      >
        <Select
          label="Person"
          name="accountId"
          key={assignee?.id ?? 'nobody'}
          defaultValue={assignee?.id ?? ''}
          error={fieldsOf(save.error)['accountId']}
        >
          <option value="">niemand</option>
          {isMember && <option value={me}>ich</option>}
          <NamedOptions of={others} />
        </Select>
      </Form>
    </Card>
  )
}
