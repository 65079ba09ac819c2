import { useMutation } from '@tanstack/react-query'
import type { TrialView } from '../../../src/trial/plan/contract.ts'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { dateInWords, dayOf } from '../../platform/times.ts'
import { useMe } from '../../platform/session.ts'
import { Card, Form, TextArea, TextField, textOf } from '../../ui/index.ts'
import { trialsApi } from './queries.ts'

/** What people have to say about the result, signed, also against it. */
export function Remarks({
  id,
  remarks,
  onDone,
}: Pick<TrialView, 'id' | 'remarks'> & { onDone: () => Promise<void> }) {
  const { timeZone } = useMe().city
  const add = useMutation({
    mutationFn: (values: FormData) =>
      trialsApi.remark(id, { text: textOf(values, 'text'), signed: textOf(values, 'signed') }),
    async onSuccess() {
      await onDone()
      announce('Die Anmerkung steht im Bericht.')
    },
  })
  const fields = fieldsOf(add.error)
  return (
    <Card title="Anmerkungen">
      {remarks.map(({ at, text, signed }) => (
        <p key={at}>
          {text} ({signed}, {dateInWords(dayOf(at, timeZone))})
        </p>
      ))}
      <Form
        key={remarks.length}
        label="Anmerkung"
        error={add.error}
        busy={add.isPending}
        submit="Anmerkung eintragen"
        onSubmit={(values) => add.mutate(values)}
      >
        <TextArea
          label="Anmerkung zum Ergebnis, auch dagegen"
          hint="Steht so im Bericht und kann nicht mehr geändert werden."
          name="text"
          error={fields['text']}
        />
        <TextField label="Unterzeichnet von" name="signed" error={fields['signed']} />
      </Form>
    </Card>
  )
}
