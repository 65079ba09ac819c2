import { useMutation } from '@tanstack/react-query'
import type { ReportView } from '../../src/reports/contract.ts'
import { messageOf } from '../platform/apiError.ts'
import { Button, Card, Notice } from '../ui/index.ts'
import { reportsApi } from './queries.ts'

/** For somebody on the telephone: three words that open their report, said aloud once. */
export function WordsCard({ of: { id, number } }: { of: ReportView }) {
  const give = useMutation({ mutationFn: () => reportsApi.giveWords(id) })
  return (
    <Card title="Wörter zum Nachsehen">
      <p className="muted">
        Mit der Nummer und drei Wörtern sieht die Person nach, was aus der Meldung wird. Neue Wörter ersetzen
        die alten.
      </p>
      {give.error && <Notice tone="danger">{messageOf(give.error)}</Notice>}
      <output>
        {give.data && (
          <>
            Bitte vorlesen, sie stehen nur jetzt hier: <strong>{number}</strong>,{' '}
            <strong>{give.data.words}</strong>
          </>
        )}
      </output>
      <Button busy={give.isPending} onClick={() => give.mutate()}>
        Neue Wörter geben
      </Button>
    </Card>
  )
}
