import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReportView } from '../../src/reports/contract.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { telling } from '../platform/told.ts'
import { Card, Form, NamedOptions, Select, TextArea, textOf } from '../ui/index.ts'
import { reportsApi } from './queries.ts'

/** To another team, with the reason. Afterwards it may not be one's own any more, so that the list follows. */
export function RouteForm({ of: { id, number, teams } }: { of: ReportView }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = useMutation({
    mutationFn: (to: { teamId: string; reason: string }) => reportsApi.route(id, to),
    async onSuccess(_answer, { teamId }) {
      const team = teams.find((one) => one.id === teamId)?.name ?? ''
      await navigate({ to: '/meldungen', state: telling(`${number} liegt jetzt bei ${team}.`) })
      await client.invalidateQueries({ queryKey: ['reports', 'list'] })
    },
  })
  const fields = fieldsOf(save.error)
  return (
    <Card title="An ein anderes Team">
      <Form
        label="An ein anderes Team"
        error={save.error}
        busy={save.isPending}
        submit="Weitergeben"
        onSubmit={(values) =>
          save.mutate({ teamId: textOf(values, 'teamId'), reason: textOf(values, 'reason') })
        }
      >
        <Select label="Team" name="teamId" error={fields['teamId']}>
          <option value="">bitte wählen</option>
          <NamedOptions of={teams} />
        </Select>
        <TextArea
          label="Warum?"
          name="reason"
          hint="Das lesen nur Kolleginnen und Kollegen."
          rows={2}
          error={fields['reason']}
        />
      </Form>
    </Card>
  )
}
