import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { announce } from '../platform/announce.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Form, TextField, textOf } from '../ui/index.ts'
import { misuseApi, misuseQuery } from './queries.ts'

export function DialPermissionForm() {
  const client = useQueryClient()
  const box = useRef<HTMLDivElement>(null)
  const allow = useMutation({
    mutationFn: misuseApi.allow,
    onSuccess(view) {
      client.setQueryData(misuseQuery.queryKey, view)
      box.current?.querySelector('form')?.reset()
      announce('Diese Nummern sind jetzt erlaubt.')
    },
  })
  const fields = fieldsOf(allow.error)
  return (
    <div ref={box}>
      <Form
        label="Nummern erlauben"
        error={allow.error}
        busy={allow.isPending}
        submit="Erlauben"
        onSubmit={(values) =>
          allow.mutate({ prefix: textOf(values, 'prefix'), reason: textOf(values, 'reason') })
        }
      >
        <TextField
          label="Anfang der Nummern"
          name="prefix"
          type="tel"
          hint="Zum Beispiel 0043 für Österreich oder 0180"
          error={fields['prefix']}
        />
        <TextField
          label="Grund"
          name="reason"
          hint="Steht im Protokoll, zum Beispiel: Partnerstadt"
          error={fields['reason']}
        />
      </Form>
    </div>
  )
}
