import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReportView } from '../../src/reports/contract.ts'
import { announce } from '../platform/announce.ts'
import { messageOf } from '../platform/apiError.ts'
import { Button, Card, Notice } from '../ui/index.ts'
import { reportsApi } from './queries.ts'

/** Shows a report to everybody after somebody has read it; nothing where its category is not shown in public. */
export function ReleaseCard({ of: { id, released } }: { of: ReportView }) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (shown: boolean) => reportsApi.release(id, shown),
    async onSuccess(_answer, shown) {
      announce(shown ? 'Die Meldung ist öffentlich.' : 'Die Meldung ist nicht mehr öffentlich.')
      await client.invalidateQueries({ queryKey: ['reports'] })
    },
  })
  if (released === null) return null
  return (
    <Card title="Öffentlich zeigen">
      <p>
        {released
          ? 'Alle können sehen, was gemeldet wurde, wo, und wie es steht.'
          : 'Nur wer gemeldet hat und die Beschäftigten sehen diese Meldung.'}
      </p>
      {!released && (
        <p className="muted">
          Bitte lesen Sie vorher nach: Stehen Namen, Telefonnummern oder Kennzeichen in der Beschreibung,
          geben Sie sie nicht frei.
        </p>
      )}
      {save.error && <Notice tone="danger">{messageOf(save.error)}</Notice>}
      <Button busy={save.isPending} onClick={() => save.mutate(!released)}>
        {released ? 'Nicht mehr zeigen' : 'Öffentlich zeigen'}
      </Button>
    </Card>
  )
}
