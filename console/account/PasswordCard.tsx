import { useMutation } from '@tanstack/react-query'
import { useRef, type FormEvent } from 'react'
import { api, nothing } from '../platform/api.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { useMe } from '../platform/session.ts'
import { Button, Card, ErrorNotice, Notice, TextField } from '../ui/index.ts'

export function PasswordCard() {
  const me = useMe()
  const form = useRef<HTMLFormElement>(null)
  const change = useMutation({
    mutationFn: (values: { current: string; password: string }) =>
      api.put('/api/v1/password', nothing, values),
    onSuccess: () => form.current?.reset(),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    change.mutate({ current: String(data.get('current')), password: String(data.get('password')) })
  }
  const fields = fieldsOf(change.error)
  return (
    <Card title="Kennwort ändern">
      <form className="form" ref={form} onSubmit={submit} noValidate>
        {Object.keys(fields).length === 0 && <ErrorNotice error={change.error} />}
        {change.isSuccess && <Notice tone="success">Das Kennwort ist geändert.</Notice>}
        {/* So that password managers know whose password this is. */}
        <input type="text" hidden autoComplete="username" value={me.login} readOnly />
        <TextField
          label="Jetziges Kennwort"
          name="current"
          type="password"
          autoComplete="current-password"
          error={fields['current']}
        />
        <TextField
          label="Neues Kennwort"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="Mindestens 12 Zeichen. Mehrere Wörter hintereinander sind gut."
          error={fields['password']}
        />
        <Button variant="primary" type="submit" busy={change.isPending}>
          Kennwort ändern
        </Button>
      </form>
    </Card>
  )
}
