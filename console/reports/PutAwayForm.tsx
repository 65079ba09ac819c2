import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportView } from '../../src/reports/contract.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { Button, Card, ErrorNotice, Form, TextArea, TextField, textOf, textOrNull } from '../ui/index.ts'
import { reportsApi } from './queries.ts'

interface Props {
  of: ReportView
  onDone: (sentence: string) => void
}

/** Out of the list until a day on which there is something to do; when it is due stays as it is. */
export function PutAwayForm({ of: { id, away }, onDone }: Props) {
  const client = useQueryClient()
  const now = useNow(60_000)
  const { timeZone } = useMe().city
  // A new round begins with empty fields.
  const [round, setRound] = useState(0)
  const done = async (sentence: string): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['reports'] })
    setRound(round + 1)
    onDone(sentence)
  }
  const save = useMutation({
    mutationFn: (until: { day: string | null; reason: string }) => reportsApi.putAway(id, until),
    onSuccess: () => done('Die Meldung ist zurückgelegt. Sie kommt von selbst wieder.'),
  })
  const back = useMutation({
    mutationFn: () => reportsApi.bringBack(id),
    onSuccess: () => done('Die Meldung steht wieder unter den offenen.'),
  })
  const fields = fieldsOf(save.error)
  return (
    <Card title="Wieder vorlegen">
      {away?.is === 'away' && (
        <>
          <p>Zurückgelegt bis {momentOf(away.until, now, timeZone)}. Warum, steht in den Notizen.</p>
          <Button busy={back.isPending} onClick={() => back.mutate()}>
            Jetzt wieder vorlegen
          </Button>
          <ErrorNotice error={back.error} />
        </>
      )}
      <Form
        key={round}
        label="Wieder vorlegen"
        error={save.error}
        busy={save.isPending}
        submit="Zurücklegen"
        onSubmit={(values) =>
          save.mutate({ day: textOrNull(values, 'day'), reason: textOf(values, 'reason') })
        }
      >
        <TextField label="Wieder vorlegen am" name="day" type="date" error={fields['day']} />
        <TextArea
          label="Warum?"
          name="reason"
          hint="Das lesen nur Kolleginnen und Kollegen. Die Frist läuft weiter; kurz vor ihrem Ende steht die Meldung von selbst wieder in der Liste."
          rows={2}
          error={fields['reason']}
        />
      </Form>
    </Card>
  )
}
