import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { api, nothing } from '../platform/api.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Button, ErrorNotice, TextField } from '../ui/index.ts'

/** Switching the second factor off asks for the password: an unlocked screen is not enough. */
export function SecondFactorOff() {
  const client = useQueryClient()
  const off = useMutation({
    mutationFn: (password: string) => api.post('/api/v1/second-factor/remove', nothing, { password }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    off.mutate(String(new FormData(event.currentTarget).get('password')))
  }
  const fields = fieldsOf(off.error)
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>Beim Anmelden wird zusätzlich ein Code aus Ihrer App verlangt.</p>
      {Object.keys(fields).length === 0 && <ErrorNotice error={off.error} />}
      <TextField
        label="Kennwort"
        name="password"
        type="password"
        autoComplete="current-password"
        error={fields['password']}
      />
      <Button type="submit" busy={off.isPending}>
        Ausschalten
      </Button>
    </form>
  )
}
