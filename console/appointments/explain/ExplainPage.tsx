import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { explainView, type ExplainView } from '../../../src/appointments/explain/contract.ts'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { api } from '../../platform/api.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Card, Empty, Form, StatusWord, textOf, useFocusFirst } from '../../ui/index.ts'
import { tidyClock } from '../../city/tidyClock.ts'
import { settingsQuery } from '../settings/queries.ts'
import { QuestionFields } from './QuestionFields.tsx'

const ask = (values: FormData): Promise<ExplainView> =>
  api.get(`/api/v1/offices/${textOf(values, 'office')}/explain`, explainView, {
    query: {
      services: values.getAll('services').filter(Boolean).join(','),
      persons: textOf(values, 'persons'),
      date: textOf(values, 'date'),
      time: tidyClock(textOf(values, 'time')),
      quota: textOf(values, 'quota'),
    },
  })

/** "Why can I not come at 10:15?" */
export function ExplainPage() {
  const settings = useSuspenseQuery(settingsQuery).data
  const question = useMutation({ mutationFn: ask })
  return (
    <AdminPage title="Warum ist eine Zeit nicht frei?">
      {settings.offices.length === 0 ? (
        <Empty>Noch gibt es kein Büro mit Terminen.</Empty>
      ) : (
        <Form
          label="Frage"
          error={question.error}
          busy={question.isPending}
          submit="Nachsehen"
          onSubmit={question.mutate}
        >
          <QuestionFields settings={settings} fields={fieldsOf(question.error)} />
        </Form>
      )}
      {question.data && <Answer key={question.submittedAt} answer={question.data} />}
    </AdminPage>
  )
}

function Answer({ answer: { free, sentence, next } }: { answer: ExplainView }) {
  const ref = useFocusFirst<HTMLElement>()
  return (
    <Card title="Antwort" ref={ref}>
      <p>
        <StatusWord tone={free ? 'good' : 'busy'}>{free ? 'frei' : 'nicht frei'}</StatusWord>
      </p>
      <p>
        <strong>{sentence}</strong>
      </p>
      {next && <p>{next.sentence}</p>}
      {!free && !next && <p>Es gibt dafür zurzeit überhaupt keine freie Zeit.</p>}
    </Card>
  )
}
