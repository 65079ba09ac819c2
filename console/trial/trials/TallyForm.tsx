import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Form, TextArea, TextField, textOf } from '../../ui/index.ts'
import { pastApi, trialsQuery } from './queries.ts'

/** Takes in a tally sheet, typed or pasted from a table. */
export function TallyForm() {
  const client = useQueryClient()
  const [taken, setTaken] = useState(0)
  const enter = useMutation({
    mutationFn: (values: FormData) =>
      pastApi.tally({ name: textOf(values, 'name'), text: textOf(values, 'text') }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: trialsQuery.queryKey })
      setTaken((count) => count + 1)
      announce('Die Strichliste ist eingelesen.')
    },
  })
  const fields = fieldsOf(enter.error)
  return (
    <Form
      key={taken}
      label="Strichliste"
      error={enter.error}
      busy={enter.isPending}
      submit="Strichliste einlesen"
      onSubmit={(values) => enter.mutate(values)}
    >
      <TextField label="Name der Strichliste" name="name" error={fields['name']} />
      <TextArea
        label="Von Hand gezählte Tage"
        hint="Je Zeile ein Tag: Tag; Anrufe; angenommen; aufgelegt; in 15 Sekunden angenommen. Was niemand gezählt hat, bleibt leer. Einfügen aus einer Tabelle geht auch. Beispiel: 1.6.2026; 96; 70; 26;"
        name="text"
        rows={6}
        error={fields['text']}
      />
    </Form>
  )
}
