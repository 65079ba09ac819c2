import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallLimits } from '../../src/city/contract.ts'
import { announce } from '../platform/announce.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Form, TextField, textOf } from '../ui/index.ts'
import { misuseApi, misuseQuery } from './queries.ts'

/** From which number of empty calls on somebody hears the busy tone. */
export function CallLimitsForm({ limits }: { limits: CallLimits }) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: misuseApi.limit,
    onSuccess(view) {
      client.setQueryData(misuseQuery.queryKey, view)
      announce('Die Grenzen sind gespeichert.')
    },
  })
  const fields = fieldsOf(save.error)
  const number = (values: FormData, name: string) => Number(textOf(values, name))
  const field = (name: keyof CallLimits, label: string, hint: string) => (
    <TextField
      label={label}
      name={name}
      inputMode="numeric"
      hint={hint}
      defaultValue={String(limits[name])}
      error={fields[name]}
    />
  )
  return (
    <Form
      label="Grenzen für Anrufe"
      error={save.error}
      busy={save.isPending}
      onSubmit={(values) =>
        save.mutate({
          minutes: number(values, 'minutes'),
          calls: number(values, 'calls'),
          anonymousCalls: number(values, 'anonymousCalls'),
        })
      }
    >
      <p>
        Gezählt werden Anrufe, bei denen nicht gesprochen wurde. Wer mehr davon hat, hört besetzt. Wem die
        Stadt einen Rückruf zugesagt hat, kommt immer durch.
      </p>
      {field('calls', 'Anrufe je Nummer', 'So viele kommen durch')}
      {field('anonymousCalls', 'Anrufe ohne Nummer', 'Alle zusammen, die ihre Nummer unterdrücken')}
      {field('minutes', 'In so vielen Minuten', '1 bis 60')}
    </Form>
  )
}
