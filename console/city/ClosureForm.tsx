import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { announce } from '../platform/announce.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Form, TextField, textOf } from '../ui/index.ts'
import { cityApi, cityQuery } from './queries.ts'

export function ClosureForm() {
  const client = useQueryClient()
  const box = useRef<HTMLDivElement>(null)
  const add = useMutation({
    mutationFn: cityApi.addClosure,
    onSuccess(city) {
      client.setQueryData(cityQuery.queryKey, city)
      box.current?.querySelector('form')?.reset()
      announce('Die Schließung ist eingetragen.')
    },
  })
  const fields = fieldsOf(add.error)
  return (
    <div ref={box}>
      <Form
        label="Schließung eintragen"
        error={add.error}
        busy={add.isPending}
        submit="Eintragen"
        onSubmit={(values) => add.mutate({ date: textOf(values, 'date'), reason: textOf(values, 'reason') })}
      >
        <TextField label="Tag" name="date" type="date" error={fields['date']} />
        <TextField
          label="Grund"
          name="reason"
          hint="Wird am Telefon vorgelesen, zum Beispiel: Brückentag"
          error={fields['reason']}
        />
      </Form>
    </div>
  )
}
